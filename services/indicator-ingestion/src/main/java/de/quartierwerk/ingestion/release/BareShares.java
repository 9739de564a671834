package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Reason;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.catalogue.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Looks at shares that came without their counts (nackte Quoten), where nobody has said that their source controls
 * them: together with a count of the same space and day, or the number of cases of another ratio or mean, they must not
 * give a small number of cases. Whichever of the two comes later is suppressed.
 */
final class BareShares {
    private static final int DECIMALS = 12;

    private final BareShareStatements statements;
    private final SuppressionStatements values;
    private final Map<String, Indicator> catalogue;
    private final List<String> shares = new ArrayList<>();
    private final List<String> counts = new ArrayList<>();
    private final List<String> ofGroups = new ArrayList<>();

    BareShares(BareShareStatements statements, SuppressionStatements values, Map<String, Indicator> catalogue) {
        this.statements = statements;
        this.values = values;
        this.catalogue = catalogue;
        catalogue.forEach((code, indicator) -> {
            if (!Control.isNoisy(indicator, catalogue)) {
                if (indicator.definition().kind() == Kind.COUNT) {
                    counts.add(code);
                } else if (countsGroups(indicator.definition())) {
                    ofGroups.add(code);
                }
                if (isBare(indicator.definition())) {
                    shares.add(code);
                }
            }
        });
    }

    private boolean isBare(Definition definition) {
        return definition.kind() == Kind.RATIO
                && !definition.computed()
                && definition.relations().shareOf() == null
                && Shares.isShare(definition, catalogue);
    }

    /** Whether it may come with a denominator that is a count. */
    private boolean countsGroups(Definition definition) {
        return !definition.computed()
                && (definition.kind() == Kind.MEAN
                        || (definition.kind() == Kind.RATIO && Shares.isShare(definition, catalogue)));
    }

    /** Whether there are bare shares among some indicators. */
    boolean concern(Collection<String> codes) {
        return shares.stream().anyMatch(codes::contains);
    }

    /** Suppresses what a written release has to keep back. */
    void suppress(UUID submission, long release, Collection<Group> groups) {
        if (shares.isEmpty()) {
            return;
        }
        Set<String> bare = concern(groups.stream().map(Group::indicator).toList())
                ? statements.bare(submission, shares)
                : Set.of();
        Map<Set<String>, Set<String>> published = new HashMap<>();
        for (Group group : groups) {
            Set<String> periods = LinkedPeriods.of(
                    group.period(),
                    Objects.requireNonNull(catalogue.get(group.indicator()))
                            .definition()
                            .timing());
            if (bare.contains(group.indicator())) {
                List<String> all = new ArrayList<>(counts);
                all.addAll(ofGroups);
                suppress(
                        release,
                        group,
                        Reason.COUNTS_UNKNOWN,
                        statements.delivered(
                                submission, release, group, new BareShareStatements.Beside(all, ofGroups, periods)));
            }
            boolean ofGroup = ofGroups.contains(group.indicator());
            if (ofGroup || counts.contains(group.indicator())) {
                Set<String> beside =
                        published.computeIfAbsent(periods, each -> statements.published(release, shares, each));
                if (!beside.isEmpty()) {
                    suppress(
                            release,
                            group,
                            ofGroup ? Reason.DERIVABLE_DENOMINATOR : Reason.DERIVABLE,
                            statements.counts(
                                    release,
                                    group,
                                    ofGroup,
                                    new BareShareStatements.Beside(beside, List.of(), periods)));
                }
            }
        }
    }

    private void suppress(long release, Group group, Reason reason, List<BareShareStatements.Pair> pairs) {
        Map<String, Reason> reasons = new TreeMap<>();
        for (BareShareStatements.Pair pair : pairs) {
            Definition definition =
                    Objects.requireNonNull(catalogue.get(pair.indicator())).definition();
            if (giveSmallCount(pair.share(), pair.count(), definition)) {
                reasons.put(pair.space(), reason);
            }
        }
        if (!reasons.isEmpty()) {
            values.suppress(release, group.period(), group.indicator(), reasons);
        }
    }

    /**
     * Whether a share of a group leaves fewer numbers of cases possible than the minimum, a small one among them; or of
     * the rest of the group. The decimals of the share tell how exact it is.
     */
    static boolean giveSmallCount(BigDecimal share, BigDecimal group, Definition definition) {
        BigDecimal factor = Units.factor(definition.unit());
        BigDecimal cases = share.multiply(group).divide(factor, DECIMALS, RoundingMode.HALF_UP);
        BigDecimal tolerance = group.movePointLeft(Math.max(0, share.scale()))
                .divide(factor.multiply(BigDecimal.valueOf(2)), DECIMALS, RoundingMode.HALF_UP)
                .add(BigDecimal.ONE.movePointLeft(DECIMALS / 2));
        int minimum = Control.minimum(definition);
        return confineSmall(cases, tolerance, minimum)
                || (Units.isShare(definition.unit()) && confineSmall(group.subtract(cases), tolerance, minimum));
    }

    private static boolean confineSmall(BigDecimal cases, BigDecimal tolerance, int minimum) {
        BigDecimal least =
                cases.subtract(tolerance).setScale(0, RoundingMode.CEILING).max(BigDecimal.ONE);
        BigDecimal most = cases.add(tolerance).setScale(0, RoundingMode.FLOOR);
        BigDecimal possible = most.subtract(least).add(BigDecimal.ONE);
        return possible.signum() > 0
                && possible.compareTo(BigDecimal.valueOf(minimum)) < 0
                && least.compareTo(BigDecimal.valueOf(minimum)) < 0;
    }
}
