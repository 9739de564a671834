package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.catalogue.Units;
import de.quartierwerk.ingestion.intake.file.Marks;
import de.quartierwerk.ingestion.intake.file.NumberStyle;
import de.quartierwerk.ingestion.intake.file.NumberText;
import de.quartierwerk.ingestion.intake.file.Oddity;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.mapping.TablePeriods;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the number cells of a table: marks first, then numbers in the column's style. */
final class CellReader {
    private static final NumberStyle MACHINE = new NumberStyle('.', null);

    private final NumberColumns columns;
    private final int table;
    private final Marks marks;
    private final Map<Integer, NumberColumn> known = new HashMap<>();

    /** @param table number of the table */
    CellReader(NumberColumns columns, int table, Marks marks) {
        this.columns = columns;
        this.table = table;
        this.marks = marks;
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
        CellReading.Kind mark = mark(row, column, text);
        if (mark == CellReading.Kind.NUMBER) {
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

    private static CellReading reading(
            TableRow row, int column, String text, Optional<NumberText> number, @Nullable String unit) {
        return number.map(found -> number(found, unit)).orElseGet(() -> CellReading.of(fault(row, column, text)));
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

    private static CellReading number(NumberText found, @Nullable String unit) {
        BigDecimal value = found.value();
        if (found.percent()) {
            value = unit == null ? null : Units.fromPercent(value, unit);
            if (value == null) {
                return CellReading.of(CellReading.Kind.PERCENT_UNEXPECTED);
            }
        }
        return new CellReading(CellReading.Kind.NUMBER, value, found.limited(), found.ambiguous());
    }
}
