package de.quartierwerk.reporting.profile;

import de.quartierwerk.reporting.indicator.Indicator;
import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.PublicValue;
import de.quartierwerk.reporting.indicator.ReleasedValues;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.text.Mark;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a space is compared with: the spaces of its level and the larger spaces around it, in the period of the profile.
 *
 * @param sameLevel spaces of the same level below the same root
 * @param values their values
 * @param delivered values of the larger spaces as they were delivered
 */
record Surroundings(List<Space> sameLevel, List<PublicValue> values, List<PublicValue> delivered) {
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

    /** Medians by indicator; none where the space is the only one of its level. */
    Map<String, BigDecimal> medians() {
        return sameLevel.size() < 2 ? Map.of() : ReleasedValues.medians(values);
    }

    /** Rank of a value among the shown ones; null where it is not shown or the only one. */
    @Nullable
    Rank rank(Indicator indicator, @Nullable PublicValue own) {
        BigDecimal value = own == null ? null : shown(own, indicator);
        List<BigDecimal> all = values.stream()
                .filter(other -> other.indicator().equals(indicator.code()))
                .flatMap(other -> Stream.ofNullable(shown(other, indicator)))
                .toList();
        if (value == null || all.size() < 2) {
            return null;
        }
        long higher = all.stream().filter(other -> other.compareTo(value) > 0).count();
        return new Rank((int) higher + 1, all.size());
    }

    /**
     * The value of a larger space: as delivered, else made of its spaces, as the sum of counts or the ratio of sums;
     * null where one of them is not shown.
     */
    @Nullable
    BigDecimal of(String larger, Indicator indicator) {
        for (PublicValue value : delivered) {
            if (value.space().equals(larger) && value.indicator().equals(indicator.code())) {
                return shown(value, indicator);
            }
        }
        List<Space> parts = sameLevel.stream()
                .filter(space -> space.path().contains(larger) && !space.key().equals(larger))
                .toList();
        Map<String, PublicValue> byKey = values.stream()
                .filter(value -> value.indicator().equals(indicator.code()))
                .collect(Collectors.toMap(PublicValue::space, Function.identity(), (one, other) -> one));
        boolean all = !parts.isEmpty()
                && parts.stream()
                        .allMatch(part -> byKey.containsKey(part.key())
                                && shown(Objects.requireNonNull(byKey.get(part.key())), indicator) != null);
        return all
                ? sum(
                        parts.stream()
                                .map(part -> Objects.requireNonNull(byKey.get(part.key())))
                                .toList(),
                        indicator)
                : null;
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

    private static @Nullable BigDecimal shown(PublicValue value, Indicator indicator) {
        Mark mark =
                Mark.of(value.value(), value.status(), indicator.definition().kind());
        return Mark.showsNumber(mark) ? value.value() : null;
    }
}
