package de.quartierwerk.ingestion.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MessageText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OdsBookTest {
    private static final long MOST = 1L << 30;

    @TempDir
    Path folder;

    @Test
    void cellsAreUnderstoodAsTheSpreadsheetMeansThem() throws IOException {
        byte[] file = new OpenDocuments()
                .table(
                        "Daten",
                        OpenDocuments.row("")
                                + OpenDocuments.row(OpenDocuments.text("Altburg")
                                        + OpenDocuments.cell("float", "value=\"0.30000000000000004\"", "0,3")
                                        + OpenDocuments.cell("percentage", "value=\"0.125\"", "12,5 %")
                                        + OpenDocuments.cell("date", "date-value=\"2023-12-31T00:00:00\"", "31.12.23")
                                        + OpenDocuments.cell("float", "value=\"1001000\"", "01001000")
                                        + "<table:table-cell table:formula=\"of:=1+4\"/>"
                                        + "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\""
                                        + " calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>"
                                        + "<table:table-cell table:number-columns-repeated=\"2\"/>"
                                        + "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>Notiz</text:p>"
                                        + "</office:annotation><text:p>zwei<text:s/>Wörter</text:p><text:p>x</text:p></table:table-cell>"
                                        + "<table:table-cell table:number-columns-repeated=\"16000\"/>"))
                .bytes();

        try (Book book = open(file);
                SheetTable table = book.sheet("Daten", false, names -> true, null)) {
            TableRow row = table.next().orElseThrow();
            assertThat(row.line()).isEqualTo(2);
            assertThat(SheetTable.texts(row))
                    .containsExactly(
                            "Altburg",
                            "0.3",
                            "12.5%",
                            "2023-12-31",
                            "01001000",
                            "",
                            "#DIV/0!",
                            "",
                            "",
                            "zwei Wörter\nx");
            assertThat(row.plain(1)).isTrue();
            assertThat(row.oddity(3)).isEqualTo(Oddity.DATE);
            assertThat(row.oddity(5)).isEqualTo(Oddity.WITHOUT_RESULT);
            assertThat(row.oddity(6)).isEqualTo(Oddity.ERROR);
            assertThat(table.next()).isEmpty();
        }
    }

    @Test
    void hiddenMergedAndRepeatedCellsAreKnown() throws IOException {
        byte[] file = new OpenDocuments()
                .table(
                        "Daten",
                        "<table:table-column/><table:table-column table:visibility=\"collapse\"/><table:table-header-rows>"
                                + OpenDocuments.row(OpenDocuments.text("Raum") + OpenDocuments.text("Wert"))
                                + "</table:table-header-rows><table:table-row table:visibility=\"filter\">"
                                + "<table:table-cell table:number-rows-spanned=\"2\" office:value-type=\"string\">"
                                + "<text:p>a</text:p></table:table-cell>" + OpenDocuments.number("5")
                                + "</table:table-row>"
                                + OpenDocuments.row("<table:covered-table-cell/>" + OpenDocuments.number("6"))
                                + "<table:table-row table:number-rows-repeated=\"2\">" + OpenDocuments.text("b")
                                + OpenDocuments.number("7") + "</table:table-row>"
                                + "<table:table-row table:number-rows-repeated=\"1048000\"/>")
                .hidden("Alt", OpenDocuments.row(OpenDocuments.text("x")))
                .bytes();

        try (Book book = open(file);
                SheetTable table = book.sheet("Daten", true, names -> names.contains("Raum"), null)) {
            table.valueColumns(Set.of(1));
            List<String> found = new ArrayList<>();
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                found.add(row.get().line()
                        + row.get().text(0)
                        + row.get().text(1)
                        + row.get().hidden());
            }
            assertThat(found).containsExactly("2a5true", "3a6false", "4b7false", "5b7false");
            assertThat(table.hiddenColumns().stream()).containsExactly(1);
            assertThat(book.names()).containsExactly("Daten");
            assertThat(book.chosen(List.of("Alt"))).containsExactly("Alt");
        }
    }

    @Test
    void whatIsRepeatedWithoutEndIsRefused() throws IOException {
        String wide = "<table:table-cell table:number-columns-repeated=\"9999999\" office:value-type=\"float\""
                + " office:value=\"1\"><text:p>1</text:p></table:table-cell>";
        String long_ = "<table:table-row table:number-rows-repeated=\"1000000\">"
                + OpenDocuments.number("1").repeat(5) + "</table:table-row>";

        refuses(new OpenDocuments().table("a", OpenDocuments.row(wide)).bytes(), "file.columns", null);
        refuses(new OpenDocuments().table("a", long_).bytes(), "file.bomb", null);
        refuses(new OpenDocuments().table("a", long_ + long_).bytes(), "file.bomb", null);
        OpenDocuments many = new OpenDocuments();
        for (int i = 0; i < 201; i++) {
            many.table("t" + i, OpenDocuments.row(OpenDocuments.text("x")));
        }
        refuses(many.bytes(), "file.sheets", null);
    }

    @Test
    void otherDocumentsAreNamed() throws IOException {
        refuses(
                OpenDocuments.zip("<office:document-content xmlns:office=\"" + OpenDocuments.OFFICE + "\"/>", ""),
                "file.format",
                "format.open-document");
        refuses(
                OpenDocuments.zip("noise", "<manifest><manifest:encryption-data/></manifest>"),
                "file.format",
                "format.locked");
        refuses(OpenDocuments.zip("<office:document-content", ""), "file.unreadable", null);
        refuses(OpenDocuments.zip("<!DOCTYPE x><x/>", ""), "file.spreadsheet-markup", null);
    }

    private void refuses(byte[] file, String code, String format) throws IOException {
        Path path = Files.write(folder.resolve("bad.ods"), file);
        assertThatThrownBy(() -> FileScan.of(path, null, MOST)).isInstanceOfSatisfying(Invalid.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            if (format != null) {
                assertThat(refused.arguments().get(0)).isEqualTo(MessageText.of(format));
            }
        });
    }

    private Book open(byte[] file) throws IOException {
        Path path = Files.write(folder.resolve("book.ods"), file);
        assertThat(FileScan.of(path, null, MOST).kind()).isEqualTo(FileKind.ODS);
        return Book.open(path, FileKind.ODS);
    }
}
