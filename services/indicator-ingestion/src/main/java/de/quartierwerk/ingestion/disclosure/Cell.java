package de.quartierwerk.ingestion.disclosure;

import java.math.BigDecimal;

/**
 * A value before control.
 *
 * @param space space key
 * @param value exact value, or null
 * @param numerator exact numerator, or null where not known
 * @param denominator exact denominator, or null where not known
 * @param status status as delivered, one of {@code de.quartierwerk.events.ValueStatus}
 * @param controlledAtSource whether its source has controlled it already
 * @param inputs whether the public sees the values it was computed from
 */
public record Cell(
        String space,
        BigDecimal value,
        BigDecimal numerator,
        BigDecimal denominator,
        String status,
        boolean controlledAtSource,
        Inputs inputs) {}
