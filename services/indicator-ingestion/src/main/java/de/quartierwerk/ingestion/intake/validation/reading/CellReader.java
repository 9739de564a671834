package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.events.ValueStatus;
import de.quartierwerk.ingestion.catalogue.Units;
import de.quartierwerk.ingestion.intake.file.Marks;
import de.quartierwerk.ingestion.intake.file.NumberStyle;
import de.quartierwerk.ingestion.intake.file.NumberText;
import de.quartierwerk.ingestion.intake.file.Oddity;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.mapping.TablePeriods;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the number cells of a table: marks first, then numbers in the column's style. */
final class CellReader {
    private static final NumberStyle MACHINE = new NumberStyle('.', null);

    private final NumberColumns columns;
    private final int table;
    private final Marks marks;
    private final Statuses statuses;
    private final Map<Integer, NumberColumn> known = new HashMap<>();
    private final Map<Integer, Dashes> dashes = new TreeMap<>();

    /**
     * @param table number of the table
     * @param statuses what letters behind numbers mean
     */
    CellReader(NumberColumns columns, int table, Marks marks, Statuses statuses) {
        this.columns = columns;
        this.table = table;
        this.marks = marks;
        this.statuses = statuses;
    }

    /** How often the sign for zero stands in a column, and where first. */
    private static final class Dashes {
        private final long line;
        private final String sign;
        private long count;

        Dashes(long line, String sign) {
            this.line = line;
            this.sign = sign;
        }
    }

    /**
     * Reads a cell.
     *
     * @param column number of the column, -1 for none
     * @param unit unit that a percentage is turned into; null where percentages are not expected
     */
    CellReading read(TableRow row, int column, @Nullable String unit) {
        if (column < 0) {
            return CellReading.ABSENT;
        }
        String text = row.text(column);
        if (row.oddity(column) == Oddity.ERROR) {
            return CellReading.of(CellReading.Kind.ERROR);
        }
        if (row.oddity(column) == Oddity.MERGED) {
            return CellReading.of(CellReading.Kind.MERGED);
        }
        CellReading.Kind mark = mark(row, column, text);
        if (mark == CellReading.Kind.NUMBER) {
            dashes.computeIfAbsent(column, any -> new Dashes(row.line(), text)).count++;
            return CellReading.ZERO;
        }
        if (mark != null) {
            return CellReading.of(mark);
        }
        if (row.plain(column)) {
            return reading(row, column, text, NumberText.parse(text, MACHINE), unit);
        }
        NumberColumn numbers = column(column);
        Optional<NumberText> number = NumberText.parse(text, numbers.style());
        if (columns.undecided()) {
            numbers.look(text, number.orElse(null));
        }
        return reading(row, column, text, number, unit);
    }

    /** Tells of the signs that were read as zero, once for each column. */
    void reportDashes(FileFindings findings) {
        dashes.forEach((column, found) -> findings.hint(
                findings.at(table, found.line, column), "number.zero-sign", found.sign, Long.toString(found.count)));
    }

    /** What a mark means; NUMBER for the sign of zero, null where there is no mark. */
    private CellReading.@Nullable Kind mark(TableRow row, int column, String text) {
        if (marks.missing().contains(text)) {
            return row.oddity(column) == Oddity.WITHOUT_RESULT
                    ? CellReading.Kind.WITHOUT_RESULT
                    : CellReading.Kind.MISSING;
        }
        if (marks.suppressed().contains(text)) {
            return CellReading.Kind.SUPPRESSED;
        }
        if (marks.unreliable().contains(text)) {
            return CellReading.Kind.UNRELIABLE;
        }
        return marks.zero().contains(text) ? CellReading.Kind.NUMBER : null;
    }

    /** How the numbers of a column are written. */
    NumberColumn column(int column) {
        return known.computeIfAbsent(column, key -> columns.of(table, key));
    }

    /** Whether a row's cell holds a number or a mark, something that a value can be made of. */
    boolean holdsValue(TableRow row, int column) {
        String text = row.text(column);
        return !text.isEmpty()
                && (mark(row, column, text) != null
                        || NumberText.parse(text, NumberStyle.GERMAN).isPresent()
                        || NumberText.parse(text, NumberStyle.PLAIN).isPresent());
    }

    private CellReading reading(
            TableRow row, int column, String text, Optional<NumberText> number, @Nullable String unit) {
        return number.map(found -> number(found, unit)).orElseGet(() -> flagged(row, column, text));
    }

    /** A mark with letters for its status ({@code : c}), or a fault. */
    private CellReading flagged(TableRow row, int column, String text) {
        String status = text.startsWith(":") && text.length() > 1
                ? statuses.of(text.substring(1).strip())
                : null;
        if (status == null || row.oddity(column) != Oddity.NONE) {
            return CellReading.of(fault(row, column, text));
        }
        return CellReading.of(
                switch (status) {
                    case ValueStatus.SUPPRESSED -> CellReading.Kind.SUPPRESSED;
                    case ValueStatus.UNRELIABLE -> CellReading.Kind.UNRELIABLE;
                    default -> CellReading.Kind.MISSING;
                });
    }

    private static CellReading.Kind fault(TableRow row, int column, String text) {
        if (row.oddity(column) == Oddity.WITHOUT_RESULT) {
            return CellReading.Kind.WITHOUT_RESULT;
        }
        boolean date = row.oddity(column) == Oddity.DATE
                || (text.length() >= 8 && TablePeriods.parse(text).isPresent());
        if (date) {
            return CellReading.Kind.DATE;
        }
        return text.startsWith("=") ? CellReading.Kind.FORMULA : CellReading.Kind.NOT_A_NUMBER;
    }

    private CellReading number(NumberText found, @Nullable String unit) {
        BigDecimal value = found.value();
        String status = found.flag() == null ? null : statuses.of(found.flag());
        if (found.flag() != null && status == null) {
            return CellReading.of(CellReading.Kind.NOT_A_NUMBER);
        }
        if (found.percent()) {
            value = unit == null ? null : Units.fromPercent(value, unit);
            if (value == null) {
                return CellReading.of(CellReading.Kind.PERCENT_UNEXPECTED);
            }
        }
        return new CellReading(CellReading.Kind.NUMBER, value, found.limited(), found.ambiguous(), status);
    }
}
