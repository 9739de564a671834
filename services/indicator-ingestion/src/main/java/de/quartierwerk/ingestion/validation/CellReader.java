package de.quartierwerk.ingestion.validation;

import de.quartierwerk.ingestion.catalogue.Units;
import de.quartierwerk.ingestion.file.Marks;
import de.quartierwerk.ingestion.file.NumberStyle;
import de.quartierwerk.ingestion.file.NumberText;
import de.quartierwerk.ingestion.file.TableRow;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads number cells: marks first, then numbers in the file's style. */
final class CellReader {
    private static final NumberStyle MACHINE = new NumberStyle('.', null);

    private final NumberStyle style;
    private final Marks marks;

    CellReader(NumberStyle style, Marks marks) {
        this.style = style;
        this.marks = marks;
    }

    /**
     * Reads a cell.
     *
     * @param column number of the column, -1 for none
     * @param unit unit that a percentage is turned into; null where percentages are not expected
     */
    CellReading read(TableRow row, int column, String unit) {
        if (column < 0) {
            return CellReading.ABSENT;
        }
        String text = row.text(column);
        if (marks.missing().contains(text)) {
            return CellReading.of(CellReading.Kind.MISSING);
        }
        if (marks.suppressed().contains(text)) {
            return CellReading.of(CellReading.Kind.SUPPRESSED);
        }
        if (marks.unreliable().contains(text)) {
            return CellReading.of(CellReading.Kind.UNRELIABLE);
        }
        if (marks.zero().contains(text)) {
            return new CellReading(CellReading.Kind.NUMBER, BigDecimal.ZERO, false, false);
        }
        Optional<NumberText> number = NumberText.parse(text, row.plain(column) ? MACHINE : style);
        return number.map(found -> number(found, unit)).orElseGet(() -> CellReading.of(CellReading.Kind.NOT_A_NUMBER));
    }

    private static CellReading number(NumberText found, String unit) {
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
