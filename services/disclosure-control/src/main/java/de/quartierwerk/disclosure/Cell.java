package de.quartierwerk.disclosure;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value before control, with exact figures.
 *
 * @param numerator its numerator, where known
 * @param denominator its denominator, where known
 * @param suppressedAtSource whether its source suppressed it
 * @param controlledAtSource whether its source has controlled it already
 * @param inputs whether the public sees the values it was computed from
 * @param contributions the largest contributions to the sum, as far as they are known
 */
public record Cell(
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        boolean suppressedAtSource,
        boolean controlledAtSource,
        Inputs inputs,
        List<BigDecimal> contributions) {
    /** Copies the contributions. */
    public Cell {
        contributions = List.copyOf(contributions);
    }

    /** A value of which no contributions are known. */
    public Cell(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            boolean suppressedAtSource,
            boolean controlledAtSource,
            Inputs inputs) {
        this(value, numerator, denominator, suppressedAtSource, controlledAtSource, inputs, List.of());
    }
}
