package de.quartierwerk.disclosure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A value before control, with exact figures.
 *
 * @param numerator its numerator, where known
 * @param denominator its denominator, where known
 * @param suppressedAtSource whether its source suppressed it
 * @param controlledAtSource whether its source has controlled it already
 * @param inputs whether the public sees the values it was computed from
 */
public record Cell(
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        boolean suppressedAtSource,
        boolean controlledAtSource,
        Inputs inputs) {}
