package de.quartierwerk.ingestion.release;

import de.quartierwerk.ingestion.disclosure.Inputs;
import java.math.BigDecimal;

/**
 * A value that is about to be released.
 *
 * @param space space key
 * @param value exact value, or null
 * @param numerator exact numerator, or null
 * @param denominator exact denominator, or null
 * @param status status as delivered or computed
 * @param controlledAtSource whether its source has controlled it
 * @param inputs whether the public sees the values it was computed from
 * @param revision revision of the known value that it follows, 0 for none
 * @param line line of the file it comes from, or null
 */
record Figure(
        String space,
        BigDecimal value,
        BigDecimal numerator,
        BigDecimal denominator,
        String status,
        boolean controlledAtSource,
        Inputs inputs,
        int revision,
        Long line) {}
