package de.quartierwerk.reporting.profile;

import de.quartierwerk.reporting.indicator.Indicator;
import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.Medians;
import de.quartierwerk.reporting.indicator.PublicValue;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.text.Mark;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a space is compared with: the spaces of its level and the larger spaces around it, in the period of the profile.
 */
final class Surroundings {
    /** Nothing to compare with. */
    static final Surroundings NONE = new Surroundings(List.of(), List.of(), List.of());

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /**
     * Place in the order of the shown values.
     *
     * @param rank 1 for the highest value; equal values share a rank
     * @param of number of spaces with a shown value
     */
    record Rank(int rank, int of) {}

    private record Cell(String space, String indicator) {}

    private final boolean alone;
    /** Values of the spaces of the level, by indicator and space. */
    private final Map<String, Map<String, PublicValue>> values;
    /** Keys of the spaces of the level, by larger space. */
    private final Map<String, List<String>> parts = new HashMap<>();

    private final Map<Cell, PublicValue> delivered;

    /**
     * @param sameLevel spaces of the same level below the same root
     * @param values their values
     * @param delivered values of the larger spaces as they were delivered
     */
    Surroundings(List<Space> sameLevel, List<PublicValue> values, List<PublicValue> delivered) {
        this.alone = sameLevel.size() < 2;
        this.values = values.stream()
                .collect(Collectors.groupingBy(
                        PublicValue::indicator,
                        Collectors.toMap(PublicValue::space, Function.identity(), (one, other) -> one)));
        this.delivered = delivered.stream()
                .collect(Collectors.toMap(
                        value -> new Cell(value.space(), value.indicator()), Function.identity(), (one, other) -> one));
        for (Space space : sameLevel) {
            space.path().stream()
                    .filter(larger -> !larger.equals(space.key()))
                    .forEach(larger -> parts.computeIfAbsent(larger, key -> new ArrayList<>())
                            .add(space.key()));
        }
    }

    /** Medians of the shown values by indicator; none where the space is the only one of its level. */
    Map<String, BigDecimal> medians() {
        Map<String, BigDecimal> medians = new HashMap<>();
        if (!alone) {
            values.forEach((indicator, bySpace) -> {
                BigDecimal median = Medians.of(shown(bySpace.values()));
                if (median != null) {
                    medians.put(indicator, median);
                }
            });
        }
        return medians;
    }

    /** Rank of a value among the shown ones; null where it is not shown or the only one. */
    @Nullable
    Rank rank(Indicator indicator, @Nullable PublicValue own) {
        BigDecimal value = own == null ? null : shown(own);
        List<BigDecimal> all = shown(of(indicator).values());
        if (value == null || all.size() < 2) {
            return null;
        }
        long higher = all.stream().filter(other -> other.compareTo(value) > 0).count();
        return new Rank((int) higher + 1, all.size());
    }

    private Map<String, PublicValue> of(Indicator indicator) {
        return values.getOrDefault(indicator.code(), Map.of());
    }

    /**
     * The value of a larger space: as delivered, else made of its spaces, as the sum of counts or the ratio of sums;
     * null where one of them is not shown.
     */
    @Nullable
    BigDecimal of(String larger, Indicator indicator) {
        PublicValue known = delivered.get(new Cell(larger, indicator.code()));
        if (known != null) {
            return shown(known);
        }
        Map<String, PublicValue> bySpace = of(indicator);
        List<String> keys = parts.getOrDefault(larger, List.of());
        List<PublicValue> found = keys.stream()
                .flatMap(key -> Stream.ofNullable(bySpace.get(key)))
                .filter(value -> shown(value) != null)
                .toList();
        return keys.isEmpty() || found.size() < keys.size() ? null : sum(found, indicator);
    }

    private static @Nullable BigDecimal sum(List<PublicValue> parts, Indicator indicator) {
        Indicator.Definition definition = indicator.definition();
        if (definition.kind() == IndicatorKind.COUNT) {
            return parts.stream()
                    .map(part -> Objects.requireNonNull(part.value()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        boolean percent =
                definition.kind() == IndicatorKind.RATIO && definition.unit().equals("percent");
        boolean counted = parts.stream().allMatch(part -> part.numerator() != null && part.denominator() != null);
        if (!percent || !counted) {
            return null;
        }
        BigDecimal above = parts.stream()
                .map(part -> Objects.requireNonNull(part.numerator()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal below = parts.stream()
                .map(part -> Objects.requireNonNull(part.denominator()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return below.signum() == 0 ? null : above.multiply(HUNDRED).divide(below, MathContext.DECIMAL64);
    }

    private static List<BigDecimal> shown(Collection<PublicValue> values) {
        return values.stream().flatMap(value -> Stream.ofNullable(shown(value))).toList();
    }

    /**
     * A value that a reader sees, null where a mark stands for it; which values that are does not hang on their kind.
     */
    private static @Nullable BigDecimal shown(PublicValue value) {
        return Mark.showsNumber(Mark.of(value.value(), value.status(), null)) ? value.value() : null;
    }
}
