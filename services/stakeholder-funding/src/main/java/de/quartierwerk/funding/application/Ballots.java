package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNull;

import de.quartierwerk.funding.application.Decision.CompetingDraft;
import de.quartierwerk.funding.application.Decision.Result;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the votes of a body led to (Abstimmungsergebnis). The draft that got more votes for it than against it is
 * adopted; what it proposes is the result. Where none was adopted, the matter is refused.
 *
 * @param result what follows
 * @param drafts the drafts with their votes
 * @param amounts what the adopted draft grants; empty where it names no amounts
 */
public record Ballots(Result result, List<CompetingDraft> drafts, List<YearAmount> amounts) {

    /** Copies the lists. */
    public Ballots {
        drafts = List.copyOf(drafts);
        amounts = List.copyOf(amounts);
    }

    /**
     * Counts; refuses with 422 what contradicts itself or names no draft of the paper.
     *
     * @param given the result as sent; null for the one that follows
     * @param votes votes on all, or on the draft that they name
     * @param sent drafts as sent
     * @param known drafts of the paper; empty where it is not kept here
     */
    public static Ballots count(
            @Nullable Result given, @Nullable Votes votes, List<CompetingDraft> sent, List<PaperDraft> known) {
        boolean keyed = !known.isEmpty() && sent.stream().allMatch(each -> each.key() != null);
        List<CompetingDraft> drafts = keyed ? withoutVote(given, voted(votes, sent, known)) : unkeyed(votes, sent);
        if (given != null && !given.ends()) {
            return new Ballots(given, drafts, List.of());
        }
        List<CompetingDraft> adopted =
                drafts.stream().filter(CompetingDraft::adopted).toList();
        Result computed = given;
        if (keyed && isVoted(votes, drafts)) {
            computed = computed(adopted);
            if (given != null && given != computed) {
                throw Votes.contradict("/result");
            }
        } else if (given == null) {
            computed = votes == null && drafts.isEmpty() ? null : guessed(votes, drafts, adopted);
        }
        if (computed == null) {
            throw missing("/result", "result");
        }
        return new Ballots(computed, drafts, amounts(adopted, known));
    }

    /** Where nobody voted, as in the administration, the one draft that proposes the result is the one adopted. */
    private static List<CompetingDraft> withoutVote(@Nullable Result given, List<CompetingDraft> drafts) {
        boolean one = drafts.stream().filter(each -> each.result() == given).count() == 1;
        return isVoted(null, drafts) || !one
                ? drafts
                : drafts.stream()
                        .map(each -> each.result() == given ? each.adoptedToo() : each)
                        .toList();
    }

    private static boolean isVoted(@Nullable Votes votes, List<CompetingDraft> drafts) {
        return votes != null || drafts.stream().anyMatch(each -> each.votes() != null || each.adopted());
    }

    private static Result computed(List<CompetingDraft> adopted) {
        if (adopted.size() > 1) {
            throw new Invalid(
                    "decision.drafts-contradict",
                    List.of(InputError.at("/drafts", "decision.drafts-contradict", null, adopted.size())),
                    adopted.size());
        }
        return adopted.isEmpty()
                ? Result.REFUSED
                : requireNonNull(adopted.get(0).result());
    }

    private static Result guessed(@Nullable Votes votes, List<CompetingDraft> drafts, List<CompetingDraft> adopted) {
        if (!drafts.isEmpty()) {
            return computed(adopted);
        }
        return requireNonNull(votes).carried() ? Result.GRANTED : Result.REFUSED;
    }

    private static List<YearAmount> amounts(List<CompetingDraft> adopted, List<PaperDraft> known) {
        return known.stream()
                .filter(draft -> adopted.stream().anyMatch(each -> draft.key().equals(each.key())))
                .filter(draft -> draft.result() == Result.GRANTED)
                .flatMap(draft -> draft.amounts().stream())
                .toList();
    }

    /** Drafts that the request itself describes. */
    private static List<CompetingDraft> unkeyed(@Nullable Votes votes, List<CompetingDraft> sent) {
        for (int i = 0; i < sent.size(); i++) {
            CompetingDraft draft = sent.get(i);
            if (draft.broughtInBy() == null) {
                throw missing("/drafts/" + i + "/broughtInBy", "broughtInBy");
            }
            if (draft.result() == null) {
                throw missing("/drafts/" + i + "/result", "result");
            }
        }
        if (votes != null && votes.on() != null) {
            String on = votes.on();
            if (sent.stream().noneMatch(each -> on.equals(each.key()))) {
                throw unknown("/votes/on", on);
            }
        }
        return sent;
    }

    /** The drafts of the paper, with the votes on each. */
    private static List<CompetingDraft> voted(
            @Nullable Votes votes, List<CompetingDraft> sent, List<PaperDraft> known) {
        Map<String, PaperDraft> byKey = known.stream().collect(Collectors.toMap(PaperDraft::key, Function.identity()));
        for (int i = 0; i < sent.size(); i++) {
            String key = requireNonNull(sent.get(i).key());
            if (!byKey.containsKey(key)) {
                throw unknown("/drafts/" + i + "/key", key);
            }
        }
        String on = on(votes, sent, known);
        if (on != null && !byKey.containsKey(on)) {
            throw unknown("/votes/on", on);
        }
        List<CompetingDraft> drafts = new ArrayList<>();
        for (PaperDraft draft : known) {
            CompetingDraft own = sent.stream()
                    .filter(each -> draft.key().equals(each.key()))
                    .findFirst()
                    .orElse(null);
            Votes ballot = own == null || own.votes() == null ? draft.key().equals(on) ? votes : null : own.votes();
            boolean adopted = ballot == null ? own != null && own.adopted() : ballot.carried();
            drafts.add(new CompetingDraft(
                    draft.key(), draft.broughtInBy(), draft.result(), draft.text(), adopted, ballot));
        }
        return drafts;
    }

    /** The draft that was voted on; with several, the votes must say so unless the drafts have votes of their own. */
    private static @Nullable String on(@Nullable Votes votes, List<CompetingDraft> sent, List<PaperDraft> known) {
        if (votes == null || votes.on() != null) {
            return votes == null ? null : votes.on();
        }
        if (known.size() == 1) {
            return known.get(0).key();
        }
        if (sent.isEmpty()) {
            throw new Invalid("votes.on-missing", List.of(InputError.at("/votes/on", "votes.on-missing", null)));
        }
        return null;
    }

    private static Invalid unknown(String pointer, String key) {
        return new Invalid("draft.unknown", List.of(InputError.at(pointer, "draft.unknown", key, key)), key);
    }

    private static Invalid missing(String pointer, String field) {
        return new Invalid("field.missing", List.of(InputError.at(pointer, "field.missing", null, field)), field);
    }
}
