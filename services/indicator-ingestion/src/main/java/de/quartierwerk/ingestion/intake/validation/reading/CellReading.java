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
 * @param status what letters behind it say of its status
 */
record CellReading(
        Kind kind,
        @Nullable BigDecimal number,
        boolean limited,
        boolean ambiguous,
        @Nullable String status) {
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
        ERROR("number.error-value"),
        /** A spreadsheet's cell that is merged with others, of which each has a value of its own. */
        MERGED("number.merged"),
        /** A number that is not taken, for a reason that is told elsewhere. */
        REFUSED(null);

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
    static final CellReading ZERO = new CellReading(Kind.NUMBER, BigDecimal.ZERO, false, false, null);

    static CellReading of(Kind kind) {
        return new CellReading(kind, null, false, false, null);
    }

    CellReading withNumber(BigDecimal other) {
        return new CellReading(kind, other, limited, ambiguous, status);
    }

    boolean isFault() {
        return kind.fault() != null || kind == Kind.REFUSED;
    }

    /** Whether it is a number about which nothing else is said. */
    boolean isPlainNumber() {
        return kind == Kind.NUMBER && !limited && status == null;
    }

    /** Whether the file has no such column. */
    boolean isAbsent() {
        return kind == Kind.ABSENT;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }
}
