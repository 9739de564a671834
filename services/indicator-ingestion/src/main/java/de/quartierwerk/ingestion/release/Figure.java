package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Inputs;
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
 * @param column number of the file's column it comes from, from 0, or null
 * @param origin what it comes from if from no file: {@link #COMPUTED} or {@link #ROLLED_UP}, else null
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
        Long line,
        Integer column,
        String origin) {

    /** Computed from other indicators. */
    static final String COMPUTED = "computed";
    /** Summed up from smaller spaces. */
    static final String ROLLED_UP = "rolled-up";
}
