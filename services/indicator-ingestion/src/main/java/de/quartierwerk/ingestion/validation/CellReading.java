package de.quartierwerk.ingestion.validation;

import java.math.BigDecimal;

/**
 * What stands in a cell.
 *
 * @param kind what it is
 * @param number the number, where it is one
 * @param limited whether the number is of limited certainty
 * @param ambiguous whether the number could be read in two ways
 */
record CellReading(Kind kind, BigDecimal number, boolean limited, boolean ambiguous) {
    enum Kind {
        /** The file has no such column. */
        ABSENT,
        NUMBER,
        MISSING,
        SUPPRESSED,
        UNRELIABLE,
        NOT_A_NUMBER,
        /** A percentage where the unit knows none. */
        PERCENT_UNEXPECTED
    }

    static final CellReading ABSENT = of(Kind.ABSENT);

    static CellReading of(Kind kind) {
        return new CellReading(kind, null, false, false);
    }

    boolean isFault() {
        return kind == Kind.NOT_A_NUMBER || kind == Kind.PERCENT_UNEXPECTED;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }
}
