package de.quartierwerk.ingestion.intake.file;

import de.quartierwerk.kit.web.CsvAnswer;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes texts into the cells of a sheet. A text that begins like a formula gets the format "text": spreadsheet
 * programs then leave it a text, also when somebody edits the cell, and it comes back unchanged when the sheet is
 * delivered.
 */
public final class SheetCells {
    private static final String TEXT_FORMAT = "@";

    private SheetCells() {}

    /** Writes one cell. */
    public static void text(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, text);
        if (CsvAnswer.isFormula(text)) {
            sheet.style(row, column).format(TEXT_FORMAT).set();
        }
    }
}
