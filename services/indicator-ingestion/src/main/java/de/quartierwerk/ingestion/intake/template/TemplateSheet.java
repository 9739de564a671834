package de.quartierwerk.ingestion.intake.template;

import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Limits;
import de.quartierwerk.ingestion.intake.file.CellName;
import de.quartierwerk.ingestion.intake.file.SheetCells;
import de.quartierwerk.ingestion.space.Space;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the sheets of a template: the table to fill in, notes on it, and the lists to choose from. */
final class TemplateSheet {
    /** Keeps cells from being changed by mistake; it is no secret and stands in the notes. */
    static final String PASSWORD = "Quartierwerk";

    private static final String HEADER_COLOUR = "D9D9D9";
    private static final String OPEN_COLOUR = "FFF9E5";
    private static final int ROWS_AT_ONCE = 500;

    private final Workbook book;
    private final List<TemplateColumn> columns;
    private final List<String> marks;
    private final Texts texts;
    private final int headerRows;

    /** The texts of a template in the caller's language. */
    interface Texts {
        String of(String code, Object... arguments);
    }

    /** @param marks signs that a number cell may hold instead of a number */
    TemplateSheet(Workbook book, List<TemplateColumn> columns, List<String> marks, Texts texts) {
        this.book = book;
        this.columns = columns;
        this.marks = marks;
        this.texts = texts;
        this.headerRows =
                columns.stream().mapToInt(column -> column.title().size()).max().orElse(1);
    }

    /**
     * Writes the table.
     *
     * @param name name of the sheet
     * @param spaces shows the expected spaces
     */
    void write(String name, Consumer<Consumer<Space>> spaces) throws IOException {
        Worksheet sheet = book.newWorksheet(name);
        Worksheet lists = null;
        header(sheet);
        int[] row = {headerRows};
        spaces.accept(space -> space(sheet, row, space));
        int last = Math.max(row[0] - 1, headerRows);
        for (int column = 0; column < columns.size(); column++) {
            if (!columns.get(column).choices().isEmpty()) {
                lists = lists == null ? lists(name) : lists;
                choices(sheet, lists, column, last);
            } else if (columns.get(column).content() == TemplateColumn.Content.NUMBER) {
                numbers(sheet, column, last);
            }
        }
        sheet.protect(PASSWORD);
        sheet.finish();
        if (lists != null) {
            lists.finish();
        }
    }

    private void header(Worksheet sheet) {
        sheet.freezePane(Math.min(2, columns.size()), headerRows);
        for (int column = 0; column < columns.size(); column++) {
            List<String> title = columns.get(column).title();
            for (int row = 0; row < title.size(); row++) {
                SheetCells.text(sheet, row, column, title.get(row));
            }
            sheet.width(column, columns.get(column).content() == TemplateColumn.Content.SPACE_NAME ? 32 : 18);
            Indicator indicator = columns.get(column).indicator();
            if (indicator != null) {
                sheet.comment(title.size() - 1, column, note(columns.get(column), indicator));
            }
        }
        sheet.range(0, 0, headerRows - 1, columns.size() - 1)
                .style()
                .bold()
                .fillColor(HEADER_COLOUR)
                .wrapText(true)
                .set();
    }

    private String note(TemplateColumn column, Indicator indicator) {
        Definition definition = indicator.definition();
        String note = texts.of(
                "template.note.column", String.join(" ", column.title()), definition.name(), definition.unit());
        return definition.minimum() == null || definition.maximum() == null
                ? note
                : note + "\n" + texts.of("template.note.limits", definition.minimum(), definition.maximum());
    }

    private void space(Worksheet sheet, int[] next, Space space) {
        int row = next[0]++;
        for (int column = 0; column < columns.size(); column++) {
            TemplateColumn what = columns.get(column);
            switch (what.content()) {
                case SPACE_KEY -> SheetCells.text(sheet, row, column, space.key());
                case SPACE_NAME -> SheetCells.text(sheet, row, column, space.name());
                case TEXT -> SheetCells.text(sheet, row, column, what.filled() == null ? "" : what.filled());
                case NUMBER -> {}
            }
            if (what.open()) {
                sheet.style(row, column)
                        .protectionOption(ProtectionOption.LOCKED, false)
                        .fillColor(OPEN_COLOUR)
                        .set();
            }
        }
        if (next[0] % ROWS_AT_ONCE == 0) {
            flush(sheet);
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Worksheet lists(String name) {
        Worksheet lists = book.newWorksheet(texts.of("template.lists") + " " + name);
        lists.setVisibilityState(VisibilityState.HIDDEN);
        return lists;
    }

    private void choices(Worksheet sheet, Worksheet lists, int column, int last) {
        List<String> choices = columns.get(column).choices();
        for (int i = 0; i < choices.size(); i++) {
            SheetCells.text(lists, i, column, choices.get(i));
        }
        sheet.range(headerRows, column, last, column)
                .validateWithList(lists.range(0, column, choices.size() - 1, column))
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .showErrorMessage(true)
                .errorTitle(texts.of("template.notes"))
                .error(texts.of("template.note.invalid"));
    }

    private void numbers(Worksheet sheet, int column, int last) {
        String cell = CellName.of(headerRows + 1L, column);
        String number = "ISNUMBER(" + cell + ")";
        Indicator indicator = columns.get(column).indicator();
        if (indicator != null) {
            Limits limits = indicator.definition().limits();
            BigDecimal minimum = limits.minimum();
            BigDecimal maximum = limits.maximum();
            number += minimum == null ? "" : "," + cell + "&gt;=" + minimum.toPlainString();
            number += maximum == null ? "" : "," + cell + "&lt;=" + maximum.toPlainString();
        }
        String signs =
                marks.stream().map(mark -> "," + cell + "=\"" + mark + "\"").collect(Collectors.joining());
        sheet.range(headerRows, column, last, column)
                .validateWithFormula("OR(AND(" + number + ")" + signs + ")")
                .allowBlank(true)
                .errorStyle(DataValidationErrorStyle.WARNING)
                .showErrorMessage(true)
                .errorTitle(texts.of("template.notes"))
                .error(texts.of("template.note.number"));
    }

    /** Writes the sheet with notes. */
    void notes() throws IOException {
        Worksheet sheet = book.newWorksheet(texts.of("template.notes"));
        sheet.width(0, 100);
        int row = 0;
        SheetCells.text(sheet, row++, 0, texts.of("template.note.how"));
        SheetCells.text(sheet, row++, 0, texts.of("template.note.marks"));
        SheetCells.text(sheet, row++, 0, texts.of("template.note.password", PASSWORD));
        for (TemplateColumn column : columns) {
            Indicator indicator = column.indicator();
            if (indicator != null) {
                SheetCells.text(sheet, row++, 0, note(column, indicator));
            }
        }
        sheet.finish();
    }
}
