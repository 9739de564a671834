package de.quartierwerk.funding.application;

import de.quartierwerk.funding.application.Decision.CompetingDraft;
import de.quartierwerk.funding.body.BodyKind;
import de.quartierwerk.funding.body.CompetentBody;
import de.quartierwerk.funding.criteria.CriterionResult;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.programme.Programme;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a decision may be recorded. The body that decides is competent for matter and amount on that day and does not
 * belong to the applicant; all bodies that must advise have advised; the votes led to the result; and it grants no more
 * than was applied for. Whether the money is authorised is checked beside the budget itself.
 */
final class DecisionRules {

    private static final int LATE_DAYS = 60;

    private DecisionRules() {}

    /**
     * What a decision is measured by.
     *
     * @param content what was applied for
     * @param assessment the funding office's check
     * @param consultations consultations so far
     * @param programme the programme
     */
    record Basis(
            ApplicationContent content, Assessment assessment, List<Consultation> consultations, Programme programme) {

        Basis {
            consultations = List.copyOf(consultations);
        }
    }

    /** Codes of the bodies that must still advise before the decision of that day. */
    static List<String> outstanding(CompetentBody competent, List<Consultation> consultations, LocalDate day) {
        return competent.consult().stream()
                .filter(body -> consultations.stream().noneMatch(each -> each.counts(body, day)))
                .toList();
    }

    /**
     * Refuses a decision that is yet to be taken, that lies before what it follows, or that is recorded late without a
     * reason, with 422.
     *
     * @param before day of the receipt or the assessment
     */
    static void requireDay(DecisionRequest request, @Nullable LocalDate before, LocalDate today) {
        Days.requirePast("/decidedOn", request.decidedOn(), today);
        if (before != null) {
            Days.requireOrder("/decidedOn", before, request.decidedOn());
        }
        if (request.lateReason() == null && request.decidedOn().isBefore(today.minusDays(LATE_DAYS))) {
            throw new Invalid(
                    "decision.late",
                    List.of(InputError.at("/lateReason", "decision.late", null, request.decidedOn(), LATE_DAYS)),
                    request.decidedOn(),
                    LATE_DAYS);
        }
    }

    /**
     * The body that decides; refuses with 409 where another body or nobody is competent, or where the body belongs to
     * the applicant.
     *
     * @param competent body competent on the day of the decision
     * @param applicant key of the applying actor
     * @param requested amount applied for, by this and by related applications
     */
    static CompetentBody requireCompetent(
            DecisionRequest request, @Nullable CompetentBody competent, String applicant, Money requested) {
        if (competent == null) {
            throw new Conflict("decision.nobody-competent", requested.value());
        }
        if (!competent.code().equals(request.body())) {
            throw new Conflict("decision.not-competent", competent.named(List.of(request.body())), competent.name());
        }
        if (applicant.equals(competent.stakeholder())) {
            throw new Conflict("decision.own-body", competent.name());
        }
        return competent;
    }

    /** That a body was to decide and did not, with its votes on that; a refusal of what contradicts it with 422. */
    static Consultation putOff(DecisionRequest request, CompetentBody body, Actor actor, Instant now) {
        if (!request.amounts().isEmpty()) {
            throw invalid(
                    "/amounts",
                    "decision.refused-with-amount",
                    request.amounts().size());
        }
        if (request.votes() != null) {
            request.votes().require("/votes");
            request.votes().requireWithin("/votes", body.votingMembers());
            if (!request.votes().carried()) {
                throw Votes.contradict("/votes");
            }
        }
        Consultation.Advice result = request.result() == Decision.Result.POSTPONED
                ? Consultation.Advice.POSTPONED
                : Consultation.Advice.REFERRED;
        return new Consultation(
                body.code(),
                body.name(),
                request.decidedOn(),
                Consultation.Role.DECIDING,
                result,
                request.votes(),
                request.paperNumber(),
                request.note(),
                actor.name(),
                now,
                Votes.warnings(request.votes(), body.votingMembers()));
    }

    /** The granted amounts by year, none for a refusal; or a refusal of the request with 409 or 422. */
    static List<YearAmount> require(DecisionRequest request, CompetentBody body, Basis basis) {
        requireVotes(request, body);
        requireAdopted(request);
        if (request.result() == Decision.Result.REFUSED) {
            if (!request.amounts().isEmpty()) {
                throw invalid(
                        "/amounts",
                        "decision.refused-with-amount",
                        request.amounts().size());
            }
            return List.of();
        }
        requireCriteria(request, basis.assessment());
        requireNotStarted(request, basis);
        return grantedAmounts(request, basis.content());
    }

    /** What the votes led to must be the result: a motion that was lost, also by a tie, refuses the application. */
    private static void requireVotes(DecisionRequest request, CompetentBody body) {
        boolean ofDrafts = request.drafts().stream().anyMatch(draft -> draft.votes() != null);
        Votes votes = request.votes();
        if (votes != null) {
            votes.require("/votes");
            votes.requireWithin("/votes", body.votingMembers());
            if (!votes.carried() && (request.result() == Decision.Result.GRANTED || isAdopted(request))) {
                throw Votes.contradict("/votes");
            }
        } else if (body.kind() != BodyKind.ADMINISTRATION && !ofDrafts) {
            throw invalid("/votes", "decision.votes-missing", null);
        }
        for (int i = 0; i < request.drafts().size(); i++) {
            CompetingDraft draft = request.drafts().get(i);
            String pointer = "/drafts/" + i + "/votes";
            if (draft.votes() != null) {
                draft.votes().require(pointer);
                draft.votes().requireWithin(pointer, body.votingMembers());
                if (draft.adopted() != draft.votes().carried()) {
                    throw Votes.contradict(pointer);
                }
            }
        }
    }

    private static boolean isAdopted(DecisionRequest request) {
        return request.drafts().stream().anyMatch(CompetingDraft::adopted);
    }

    private static void requireAdopted(DecisionRequest request) {
        List<CompetingDraft> adopted =
                request.drafts().stream().filter(CompetingDraft::adopted).toList();
        boolean none = adopted.isEmpty() && !request.drafts().isEmpty();
        boolean contradicts = none
                ? request.result() != Decision.Result.REFUSED
                : adopted.stream().anyMatch(draft -> draft.result() != request.result());
        if (adopted.size() > 1 || contradicts) {
            throw invalid("/drafts", "decision.drafts-contradict", adopted.size());
        }
    }

    private static void requireCriteria(DecisionRequest request, Assessment assessment) {
        List<String> unmet = assessment.criteria().stream()
                .filter(CriterionResult::hinders)
                .map(CriterionResult::title)
                .toList();
        if (!unmet.isEmpty() && request.deviation() == null) {
            throw new Conflict("decision.criteria-unmet", String.join(", ", unmet));
        }
    }

    /** Refuses a grant with 409 where a need went after the assessment and the body does not say that it knew. */
    static void requireNeeds(DecisionRequest request, List<CriterionNow> criteria) {
        List<String> vanished = criteria.stream()
                .filter(CriterionNow::vanished)
                .map(each -> each.result().title())
                .toList();
        boolean known = request.needsChanged() && request.deviation() != null;
        if (!vanished.isEmpty() && !known && request.result() == Decision.Result.GRANTED) {
            throw new Conflict("decision.need-vanished", String.join(", ", vanished));
        }
    }

    private static void requireNotStarted(DecisionRequest request, Basis basis) {
        boolean allowed =
                basis.programme().earlyStartAllowed() || basis.assessment().earlyStartAllowed();
        LocalDate start = Objects.requireNonNull(basis.content().period()).from();
        if (!allowed && start.isBefore(request.decidedOn())) {
            throw new Conflict("decision.started-early", start, request.decidedOn());
        }
    }

    private static List<YearAmount> grantedAmounts(DecisionRequest request, ApplicationContent content) {
        List<YearAmount> named = request.amounts().isEmpty() ? content.amounts() : request.amounts();
        List<YearAmount> amounts = YearAmount.merged(named).stream()
                .filter(each -> each.amount().positive())
                .toList();
        if (!YearAmount.total(amounts).positive()) {
            throw invalid(
                    "/amounts", "amount.not-positive", YearAmount.total(amounts).amount());
        }
        Map<Integer, Money> requested = YearAmount.byYear(content.amounts());
        amounts.forEach(each -> {
            Money limit = requested.getOrDefault(each.year(), Money.ZERO);
            if (each.amount().exceeds(limit)) {
                throw invalid(
                        "/amounts",
                        "decision.above-request",
                        each.year(),
                        each.amount().value(),
                        limit.value());
            }
        });
        return amounts;
    }

    private static Invalid invalid(String pointer, String code, @Nullable Object value, @Nullable Object... more) {
        @Nullable Object[] arguments = new Object[more.length + 1];
        arguments[0] = value;
        System.arraycopy(more, 0, arguments, 1, more.length);
        String given = value == null ? null : value.toString();
        return new Invalid(code, List.of(InputError.at(pointer, code, given, arguments)), arguments);
    }
}
