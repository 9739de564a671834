package de.quartierwerk.disclosure;

import java.math.BigDecimal;

/**
 * A value before control.
 *
 * @param value exact value, or null
 * @param numerator exact numerator, or null where not known
 * @param denominator exact denominator, or null where not known
 * @param suppressedAtSource whether its source suppressed it
 * @param controlledAtSource whether its source has controlled it already
 * @param inputs whether the public sees the values it was computed from
 */
public record Cell(
        BigDecimal value,
        BigDecimal numerator,
        BigDecimal denominator,
        boolean suppressedAtSource,
        boolean controlledAtSource,
        Inputs inputs) {}
