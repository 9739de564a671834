package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.text.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A report as a workbook (XLSX) with a sheet for each of its tables. It has no formula, comment or hidden sheet. */
final class ReportWorkbook {
    /** Longest name of a sheet. */
    private static final int LONGEST_NAME = 31;

    private static final double WIDEST = 42;

    private ReportWorkbook() {}

    /** The bytes of the workbook. */
    static byte[] of(MonitoringDocument document, Words w, boolean draft) {
        ReportTables tables = new ReportTables(document, w);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Quartierwerk", "1.0")) {
            String area = document.header().area() == null
                    ? w.of("report.area.all")
                    : document.header().area().name();
            book.properties()
                    .setTitle(w.of("report.kind.monitoring") + " " + area + ", "
                            + w.period(document.header().period()));
            Set<String> names = new HashSet<>();
            readMe(book.newWorksheet(name(w.of("table.readme"), names)), tables.readMe(draft));
            for (ReportTables.Table table : tables.all()) {
                fill(book.newWorksheet(name(table.name(), names)), table);
            }
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void readMe(Worksheet sheet, List<List<String>> lines) {
        for (int row = 0; row < lines.size(); row++) {
            SheetCells.write(sheet, row, 0, lines.get(row).get(0));
            SheetCells.write(sheet, row, 1, lines.get(row).get(1));
            sheet.style(row, 0).bold().set();
            sheet.style(row, 1).wrapText(true).set();
        }
        sheet.width(0, 28);
        sheet.width(1, 90);
    }

    private static void fill(Worksheet sheet, ReportTables.Table table) {
        int columns = table.header().size();
        for (int column = 0; column < columns; column++) {
            SheetCells.write(sheet, 0, column, table.header().get(column));
            sheet.width(column, Math.min(WIDEST, 4 + table.header().get(column).length()));
        }
        sheet.range(0, 0, 0, columns - 1).style().bold().wrapText(true).set();
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < columns; column++) {
                SheetCells.write(sheet, row + 1, column, table.rows().get(row).get(column));
            }
        }
        sheet.freezePane(2, 1);
        sheet.setAutoFilter(0, 0, table.rows().size(), columns - 1);
        sheet.repeatRows(0);
        sheet.repeatCols(0, 1);
    }

    /** A name that a workbook allows and that no other sheet has. */
    private static String name(String wanted, Set<String> taken) {
        String clean = wanted.replaceAll("[\\[\\]*?/\\\\:]", " ").strip();
        String name = clean.substring(0, Math.min(LONGEST_NAME, clean.length()));
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String end = " " + i;
            name = clean.substring(0, Math.min(LONGEST_NAME - end.length(), clean.length())) + end;
        }
        return name;
    }
}
