package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.catalogue.Relations;
import de.quartierwerk.ingestion.catalogue.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds relations between columns of numbers that hold in every space. Pure functions. */
final class HiddenRelations {
    /** Fewer spaces could agree by chance. */
    private static final int FEWEST_SPACES = 3;
    /** How likely all products of shares and counts are whole by chance, at most. */
    private static final double CHANCE = 0.001;
    /** How many columns add up in fewer spaces by chance, at most. */
    private static final double SUMS_BY_CHANCE = 0.2;
    /** How many columns agree in fewer spaces by chance, at most; equal numbers are more usual than sums. */
    private static final double PAIRS_BY_CHANCE = 0.02;

    private static final double WIDEST = 0.2;

    private final Map<String, Indicator> catalogue;
    private final Map<String, Map<String, BigDecimal>> delivered = new TreeMap<>();
    private final Map<String, Map<String, BigDecimal>> counts = new TreeMap<>();
    private final Map<String, Map<String, BigDecimal>> shares = new TreeMap<>();
    private final Map<String, Map<String, BigDecimal>> numerators = new TreeMap<>();
    private final Map<String, Map<String, BigDecimal>> groups = new TreeMap<>();
    private final KnownSums knownSums = new KnownSums();

    /** @param catalogue all indicators */
    HiddenRelations(Map<String, Indicator> catalogue) {
        this.catalogue = new HashMap<>(catalogue);
    }

    /** Numbers of an indicator for a space. */
    record Row(
            String indicator,
            String space,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {}

    /**
     * A relation that was found.
     *
     * @param code of the finding
     * @param arguments the indicators and the number of spaces
     */
    record Found(String code, List<String> arguments) {
        /** A sum of many columns: all but the last part stand together. */
        static Found sum(WideSums.Sum sum) {
            int last = sum.parts().size() - 1;
            return new Found(
                    "relation.sum",
                    List.of(
                            sum.total(),
                            String.join(", ", sum.parts().subList(0, last)),
                            sum.parts().get(last),
                            Integer.toString(sum.spaces())));
        }
    }

    /** Adds numbers of the file. */
    void deliver(Row row) {
        Definition definition = definition(row.indicator);
        if (definition == null) {
            return;
        }
        if (definition.kind() == Kind.COUNT) {
            put(delivered, row.indicator, row.space, row.value);
            put(counts, row.indicator, row.space, row.value);
        } else if (row.numerator == null && row.denominator == null) {
            put(shares, row.indicator, row.space, row.value);
        } else {
            put(delivered, row.indicator, row.space, row.numerator);
            putGroup(row, definition);
        }
    }

    /** Adds a count that the public knows already, or the numbers of a ratio. */
    void known(Row row) {
        Definition definition = definition(row.indicator);
        if (definition == null || delivered.containsKey(row.indicator)) {
            return;
        }
        if (definition.kind() == Kind.COUNT) {
            put(counts, row.indicator, row.space, row.value);
        } else if (definition.kind() == Kind.RATIO && !definition.computed()) {
            putGroup(row, definition);
        }
    }

    /** Adds the numbers of a ratio to a number of cases. */
    private void putGroup(Row row, Definition definition) {
        if (Units.isShare(definition.unit()) || Units.factor(definition.unit()).compareTo(BigDecimal.ONE) > 0) {
            put(numerators, row.indicator, row.space, row.numerator);
            put(groups, row.indicator, row.space, row.denominator);
        }
    }

    private static void put(
            Map<String, Map<String, BigDecimal>> columns, String code, String space, @Nullable BigDecimal number) {
        if (number != null) {
            columns.computeIfAbsent(code, key -> new TreeMap<>()).put(space, number);
        }
    }

    /** Whether a column has so few spaces that it tells little by itself. */
    boolean hasFewSpaces() {
        return delivered.values().stream().anyMatch(column -> column.size() < FEWEST_SPACES);
    }

    List<Found> find() {
        List<Found> found = new ArrayList<>();
        List<String> codes = List.copyOf(delivered.keySet());
        for (int a = 0; a < codes.size(); a++) {
            for (int b = a + 1; b < codes.size(); b++) {
                same(codes.get(a), codes.get(b), found);
                sums(codes.get(a), codes.get(b), found);
            }
        }
        shares.forEach(
                (share, values) -> counts.forEach((count, numbers) -> share(share, values, count, numbers, found)));
        return found;
    }

    private static Found found(String code, String one, String other, Set<String> spaces) {
        return new Found(code, List.of(one, other, Integer.toString(spaces.size())));
    }

    /**
     * A relation that says something only where one of its indicators has secrets.
     *
     * @param of the indicators
     */
    record Suspected(Found found, Set<String> of) {
        static Suspected of(WideSums.Sum sum) {
            Set<String> codes = new TreeSet<>(sum.parts());
            codes.add(sum.total());
            return new Suspected(Found.sum(sum), codes);
        }
    }

    /**
     * Columns that are the sum of three to six others, and counts of those of a group that a ratio leaves, unless that
     * follows from what the catalogue states or {@link #find} has found.
     */
    List<Suspected> suspected() {
        catalogue.forEach(this::state);
        Map<String, Map<String, BigDecimal>> columns = new TreeMap<>(delivered);
        columns.keySet().removeIf(code -> !isCount(code));
        List<Suspected> suspected = new ArrayList<>();
        new WideSums(columns)
                .find().stream()
                        .filter(sum -> knownSums.sum(sum.total(), sum.parts()))
                        .forEach(sum -> suspected.add(Suspected.of(sum)));
        groups.forEach(
                (ratio, all) -> counts.forEach((count, numbers) -> complement(ratio, all, count, numbers, suspected)));
        return suspected;
    }

    private void state(String code, Indicator indicator) {
        Relations relations = indicator.definition().relations();
        relations.stated().stream()
                .filter(relation -> hasNumbers(relation.total())
                        && relation.parts().stream().allMatch(this::hasNumbers))
                .forEach(relation -> knownSums.sum(relation.total(), relation.parts()));
        if (relations.sameFigureAs() != null) {
            knownSums.same(code, relations.sameFigureAs());
            knownSums.same(group(code), group(relations.sameFigureAs()));
        }
        if (relations.shareOf() != null) {
            knownSums.same(code, relations.shareOf().numerator());
            knownSums.same(group(code), relations.shareOf().denominator());
        }
    }

    /** A stated sum protects nothing where one of its parts has no numbers. */
    private boolean hasNumbers(String code) {
        return delivered.containsKey(code) || counts.containsKey(code);
    }

    /** What the denominator of a ratio is called among columns. */
    private static String group(String ratio) {
        return ratio + '/';
    }

    private void complement(
            String ratio,
            Map<String, BigDecimal> all,
            String count,
            Map<String, BigDecimal> others,
            List<Suspected> suspected) {
        Map<String, BigDecimal> cases = numerators.getOrDefault(ratio, Map.of());
        Set<String> spaces = common(common(all, cases), others.keySet());
        boolean fresh = delivered.containsKey(ratio) || delivered.containsKey(count);
        if (fresh
                && addUp(cases, others, all, spaces, (long) groups.size() * counts.size())
                && knownSums.sum(group(ratio), List.of(ratio, count))) {
            suspected.add(new Suspected(found("relation.complement", ratio, count, spaces), Set.of(ratio, count)));
        }
    }

    /**
     * Whether two columns make up a third in all spaces, and hardly by chance.
     *
     * @param tried how many columns are compared like that
     */
    private static boolean addUp(
            Map<String, BigDecimal> one,
            Map<String, BigDecimal> other,
            Map<String, BigDecimal> sum,
            Set<String> spaces,
            long tried) {
        boolean adds = spaces.stream()
                .allMatch(space -> number(one, space).add(number(other, space)).compareTo(number(sum, space)) == 0);
        boolean tells = tells(one, spaces) && tells(other, spaces);
        boolean few = spaces.stream()
                        .allMatch(space -> number(one, space).signum()
                                        * number(other, space).signum()
                                != 0)
                && isNoChance(sum, spaces, tried, SUMS_BY_CHANCE);
        return adds && (tells || few);
    }

    private void same(String one, String other, List<Found> found) {
        Map<String, BigDecimal> a = column(one);
        Map<String, BigDecimal> b = column(other);
        Set<String> spaces = common(a, b);
        boolean same = spaces.stream().allMatch(space -> number(a, space).compareTo(number(b, space)) == 0);
        boolean tells = tells(a, spaces) || isNoChance(a, spaces, pairs(), PAIRS_BY_CHANCE);
        if (same && tells) {
            knownSums.same(one, other);
        }
        if (same && tells && !areLinked(one, other)) {
            found.add(new Found("relation.same-figure", List.of(one, other, Integer.toString(spaces.size()))));
        }
    }

    private void sums(String one, String other, List<Found> found) {
        if (!isCount(one) || !isCount(other)) {
            return;
        }
        Map<String, BigDecimal> a = column(one);
        Map<String, BigDecimal> b = column(other);
        for (String total : delivered.keySet()) {
            if (!total.equals(one) && !total.equals(other) && isCount(total)) {
                Map<String, BigDecimal> sum = column(total);
                Set<String> spaces = common(a, b);
                spaces.retainAll(sum.keySet());
                boolean adds = addUp(a, b, sum, spaces, pairs() * Math.max(1, delivered.size() - 2));
                if (adds) {
                    knownSums.sum(total, List.of(one, other));
                }
                if (adds && !areLinked(total, one)) {
                    found.add(new Found("relation.sum", List.of(total, one, other, Integer.toString(spaces.size()))));
                }
            }
        }
    }

    private void share(
            String share,
            Map<String, BigDecimal> values,
            String count,
            Map<String, BigDecimal> numbers,
            List<Found> found) {
        Definition definition = definition(share);
        if (definition == null || !Units.isShare(definition.unit()) || areLinked(share, count)) {
            return;
        }
        BigDecimal factor = Units.factor(definition.unit());
        double chance = 1;
        Set<String> spaces = common(values, numbers);
        for (String space : spaces) {
            BigDecimal value = asPublic(number(values, space), definition);
            BigDecimal group = number(numbers, space);
            BigDecimal product = value.multiply(group).divide(factor, 12, RoundingMode.HALF_UP);
            BigDecimal tolerance = group.abs()
                    .multiply(BigDecimal.ONE.movePointLeft(value.scale()))
                    .divide(factor.multiply(BigDecimal.valueOf(2)), 12, RoundingMode.HALF_UP);
            BigDecimal off =
                    product.subtract(product.setScale(0, RoundingMode.HALF_UP)).abs();
            if (off.compareTo(tolerance) > 0) {
                return;
            }
            boolean says = product.signum() != 0 && tolerance.doubleValue() < WIDEST;
            chance *= says ? 2 * tolerance.doubleValue() : 1;
        }
        if (chance < CHANCE) {
            found.add(new Found("relation.share-of", List.of(share, count, Integer.toString(spaces.size()))));
        }
    }

    private static BigDecimal asPublic(BigDecimal value, Definition definition) {
        Integer decimals = definition.publicDecimals();
        return decimals == null || value.scale() <= decimals ? value : value.setScale(decimals, RoundingMode.HALF_UP);
    }

    private @Nullable Definition definition(String code) {
        Indicator indicator = catalogue.get(code);
        return indicator == null ? null : indicator.definition();
    }

    private boolean isCount(String code) {
        Definition definition = definition(code);
        return definition != null && definition.kind() == Kind.COUNT;
    }

    private Map<String, BigDecimal> column(String code) {
        return delivered.getOrDefault(code, Map.of());
    }

    private static BigDecimal number(Map<String, BigDecimal> column, String space) {
        return column.getOrDefault(space, BigDecimal.ZERO);
    }

    private static Set<String> common(Map<String, BigDecimal> a, Map<String, BigDecimal> b) {
        return common(a.keySet(), b.keySet());
    }

    private static Set<String> common(Set<String> a, Set<String> b) {
        Set<String> common = new TreeSet<>(a);
        common.retainAll(b);
        return common;
    }

    /** Whether enough numbers were compared, and different ones. */
    private static boolean tells(Map<String, BigDecimal> column, Set<String> spaces) {
        Set<BigDecimal> different = new HashSet<>();
        spaces.forEach(space -> different.add(number(column, space).stripTrailingZeros()));
        return spaces.size() >= FEWEST_SPACES && different.size() > 1;
    }

    private long pairs() {
        return (long) delivered.size() * (delivered.size() - 1) / 2;
    }

    /**
     * Whether numbers of a few spaces are so large that hardly any of the columns compared would agree by chance: two
     * numbers up to n agree once in n times.
     */
    private static boolean isNoChance(
            Map<String, BigDecimal> column, Set<String> spaces, long compared, double atMost) {
        double chance = compared;
        for (String space : spaces) {
            chance /= Math.max(1, Math.abs(number(column, space).doubleValue()));
        }
        return !spaces.isEmpty() && spaces.size() < FEWEST_SPACES && chance < atMost;
    }

    /** Whether the catalogue says already that two indicators hang together. */
    private boolean areLinked(String one, String other) {
        return names(one, other) || names(other, one);
    }

    private boolean names(String one, String other) {
        Definition definition = definition(one);
        return definition != null && definition.relations().codes().contains(other);
    }
}
