package de.quartierwerk.funding.criteria;

import static java.util.Objects.requireNonNull;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.need.PublishedNeed;
import de.quartierwerk.funding.programme.Criterion;
import de.quartierwerk.funding.programme.SpaceMatch;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks an application against the criteria of its programme. */
public final class CriteriaCheck {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private CriteriaCheck() {}

    /**
     * What an application says that criteria ask for.
     *
     * @param spaces keys of its spaces
     * @param targetGroup whom it is for; null where it does not say so
     * @param needs codes of the fields of action it names; none stands for any
     * @param requested amount applied for
     * @param ownShare what the applicant bears
     * @param totalCosts all costs
     */
    public record Facts(
            List<String> spaces,
            @Nullable String targetGroup,
            List<String> needs,
            Money requested,
            Money ownShare,
            Money totalCosts) {

        /** Copies the lists. */
        public Facts {
            spaces = List.copyOf(spaces);
            needs = List.copyOf(needs);
        }
    }

    /**
     * The results in the order of the criteria.
     *
     * @param published needs that count at present, at least those of the application's spaces
     * @param judgements what people found so far
     */
    public static List<CriterionResult> evaluate(
            List<Criterion> criteria,
            Facts facts,
            Collection<PublishedNeed> published,
            Collection<Judgement> judgements) {
        return criteria.stream()
                .map(criterion -> switch (criterion.kind()) {
                    case PUBLISHED_NEED -> publishedNeed(criterion, facts, published);
                    case OWN_SHARE ->
                        plain(criterion, ownShareReaches(requireNonNull(criterion.minimumPercent()), facts));
                    case MAXIMUM_AMOUNT ->
                        plain(criterion, !facts.requested().exceeds(requireNonNull(criterion.maximum())));
                    case TARGET_GROUP -> plain(criterion, isFor(criterion.targetGroups(), facts.targetGroup()));
                    case SPACES -> spaces(criterion, facts);
                    case JUDGED -> judged(criterion, judgements);
                })
                .toList();
    }

    /** A need counts if the criterion accepts it and the application names it, or names no field of action at all. */
    private static CriterionResult publishedNeed(
            Criterion criterion, Facts facts, Collection<PublishedNeed> published) {
        List<PublishedNeed> evidence = published.stream()
                .filter(need -> facts.spaces().contains(need.space()))
                .filter(need -> criterion.scheme() == null || criterion.scheme().equals(need.scheme()))
                .filter(need ->
                        criterion.origins().isEmpty() || criterion.origins().contains(need.origin()))
                .filter(need -> criterion.needs().isEmpty() || criterion.needs().contains(need.need()))
                .filter(need -> facts.needs().isEmpty() || facts.needs().contains(need.need()))
                .toList();
        List<String> lacking = facts.spaces().stream()
                .filter(space ->
                        evidence.stream().noneMatch(need -> need.space().equals(space)))
                .toList();
        return ofSpaces(criterion, facts, evidence, lacking);
    }

    private static CriterionResult spaces(Criterion criterion, Facts facts) {
        List<String> lacking = facts.spaces().stream()
                .filter(space -> !criterion.spaces().contains(space))
                .toList();
        return ofSpaces(criterion, facts, List.of(), lacking);
    }

    private static boolean isFor(List<String> groups, @Nullable String group) {
        return group != null && groups.stream().anyMatch(group::equalsIgnoreCase);
    }

    /** Whether every space of the application, or any of them, lacks nothing. */
    private static CriterionResult ofSpaces(
            Criterion criterion, Facts facts, List<PublishedNeed> evidence, List<String> lacking) {
        boolean met = criterion.match() == SpaceMatch.ANY_SPACE
                ? lacking.size() < facts.spaces().size()
                : !facts.spaces().isEmpty() && lacking.isEmpty();
        return new CriterionResult(
                criterion.code(),
                criterion.title(),
                criterion.kind(),
                criterion.required(),
                met,
                evidence,
                lacking,
                null,
                criterion.weight(),
                null);
    }

    private static boolean ownShareReaches(BigDecimal percent, Facts facts) {
        BigDecimal least = facts.totalCosts().value().multiply(percent);
        return facts.ownShare().value().multiply(HUNDRED).compareTo(least) >= 0;
    }

    private static CriterionResult judged(Criterion criterion, Collection<Judgement> judgements) {
        return judgements.stream()
                .filter(judgement -> judgement.criterion().equals(criterion.code()))
                .findFirst()
                .map(judgement -> result(criterion, judgement.met(), judgement.reason(), judgement.points()))
                .orElseGet(() -> result(criterion, null, null, null));
    }

    private static CriterionResult plain(Criterion criterion, boolean met) {
        return result(criterion, met, null, null);
    }

    private static CriterionResult result(
            Criterion criterion, @Nullable Boolean met, @Nullable String reason, @Nullable Integer points) {
        return new CriterionResult(
                criterion.code(),
                criterion.title(),
                criterion.kind(),
                criterion.required(),
                met,
                List.of(),
                List.of(),
                reason,
                criterion.weight(),
                points);
    }
}
