package de.quartierwerk.ingestion.intake.validation.reading;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell.
 *
 * @param kind what it is
 * @param number the number, where it is one
 * @param limited whether the number is of limited certainty
 * @param ambiguous whether the number could be read in two ways
 */
record CellReading(Kind kind, @Nullable BigDecimal number, boolean limited, boolean ambiguous) {
    enum Kind {
        /** The file has no such column. */
        ABSENT(null),
        NUMBER(null),
        MISSING(null),
        SUPPRESSED(null),
        UNRELIABLE(null),
        NOT_A_NUMBER("number.malformed"),
        /** A percentage where the unit knows none. */
        PERCENT_UNEXPECTED("number.percent"),
        DATE("number.date"),
        /** A formula as text, which nobody computes. */
        FORMULA("number.formula"),
        /** A spreadsheet's formula without a stored result. */
        WITHOUT_RESULT("number.without-result"),
        /** A spreadsheet's error value. */
        ERROR("number.error-value");

        private final @Nullable String fault;

        Kind(@Nullable String fault) {
            this.fault = fault;
        }

        /** Code of the finding; null where the cell is all right. */
        @Nullable
        String fault() {
            return fault;
        }
    }

    static final CellReading ABSENT = of(Kind.ABSENT);
    static final CellReading ZERO = new CellReading(Kind.NUMBER, BigDecimal.ZERO, false, false);

    static CellReading of(Kind kind) {
        return new CellReading(kind, null, false, false);
    }

    boolean isFault() {
        return kind.fault() != null;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }
}
