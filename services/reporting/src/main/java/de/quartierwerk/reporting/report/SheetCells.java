package de.quartierwerk.reporting.report;

import de.quartierwerk.kit.web.CsvAnswer;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the cells of a sheet: numbers as numbers, everything else as text. A text that begins like a formula gets the
 * format "text", so that spreadsheet programs leave it a text also when somebody edits the cell.
 */
final class SheetCells {
    /** Longest text that a cell can hold. */
    private static final int LONGEST = 32_767;

    private SheetCells() {}

    static void write(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            sheet.value(row, column, number);
            sheet.style(row, column)
                    .format(number.scale() <= 0 ? "#,##0" : "#,##0.00")
                    .set();
        } else if (value instanceof Integer number) {
            sheet.value(row, column, number);
        } else if (value != null) {
            text(sheet, row, column, value.toString());
        }
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        if (CsvAnswer.isFormula(text)) {
            sheet.style(row, column).format("@").set();
        }
    }
}
