package de.quartierwerk.ingestion.intake.file;

import static de.quartierwerk.ingestion.intake.file.Workbooks.number;
import static de.quartierwerk.ingestion.intake.file.Workbooks.row;
import static de.quartierwerk.ingestion.intake.file.Workbooks.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.kit.problem.Invalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxBookTest {
    @TempDir
    Path folder;

    @Test
    void hiddenSheetsAreReadWhereTheyAreNamed() throws IOException {
        Workbooks workbook = new Workbooks()
                .sheet("Alt", row(1, text("a")))
                .hide("Alt")
                .sheet("Neu", row(1, text("a")))
                .sheet("Neuer", row(1, text("a")));

        try (Book book = open(workbook)) {
            assertThat(book.chosen(List.of())).containsExactly("Neu", "Neuer");
            assertThat(book.chosen(List.of("*"))).containsExactly("Neu", "Neuer");
            assertThat(book.chosen(List.of("Alt"))).containsExactly("Alt");
        }
    }

    @Test
    void daysMayBeCountedFrom1904() throws IOException {
        String rows = row(1, number("43829", 2));

        assertThat(firstCell(new Workbooks().sheet("Daten", rows))).isEqualTo("2019-12-30");
        assertThat(firstCell(new Workbooks().countFrom1904().sheet("Daten", rows)))
                .isEqualTo("2023-12-31");
    }

    @Test
    void aFormulaMayComeOutEmpty() throws IOException {
        String rows = row(
                1,
                text("x"),
                " t=\"str\"><f>IF(1,\"\")</f><v></v>",
                "><f>A1</f>",
                " t=\"n\"><f>1+4</f><v></v>",
                "><f>1+4</f><v/>",
                " t=\"str\"><f>IF(1,\"\")</f><v/>",
                "><v></v>");

        assertThat(oddities(rows))
                .containsExactly(
                        Oddity.NONE,
                        Oddity.NONE,
                        Oddity.WITHOUT_RESULT,
                        Oddity.WITHOUT_RESULT,
                        Oddity.WITHOUT_RESULT,
                        Oddity.NONE,
                        Oddity.NONE);
    }

    private List<Oddity> oddities(String rows) throws IOException {
        try (Book book = open(new Workbooks().sheet("Daten", rows));
                SheetTable table = book.sheet("Daten", false, names -> true, null)) {
            TableRow row = table.next().orElseThrow();
            return IntStream.range(0, row.size()).mapToObj(row::oddity).toList();
        }
    }

    @Test
    void mergedLabelsHoldForAllTheirRowsAndMergedNumbersForNone() throws IOException {
        String rows = row(1, text("Jahr"), text("Raum"), text("Frauen"), text("Männer"))
                + row(2, number("2023", 0), text("a"), number("5", 0), number("6", 0))
                + row(3, "", text("b"))
                + row(4, "", text("c"), number("7", 0))
                + row(5, number("2024", 0), text("a"), number("8", 0), number("9", 0));
        String markup = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + rows + "</sheetData><mergeCells><mergeCell ref=\"C2:C3\"/><mergeCell ref=\"A2:A4\"/>"
                + "<mergeCell ref=\"C4:D4\"/></mergeCells></worksheet>";

        try (Book book = open(new Workbooks().markup("Daten", markup));
                SheetTable table = book.sheet("Daten", true, names -> true, null)) {
            table.valueColumns(Set.of(2, 3));
            List<String> found = new ArrayList<>();
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                found.add(row.get().text(0) + " " + row.get().text(1) + " "
                        + row.get().oddity(2) + " " + row.get().oddity(3));
            }
            assertThat(found)
                    .containsExactly(
                            "2023 a MERGED NONE", "2023 b MERGED NONE", "2023 c MERGED MERGED", "2024 a NONE NONE");
        }
    }

    @Test
    void hiddenRowsAndColumnsAreKnown() throws IOException {
        String markup = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<cols><col min='2' max='3' width='9' hidden='1'/><col min='5' max='5'/></cols><sheetData>"
                + row(1, text("Raum"), text("A"), text("B"))
                + row(2, text("a"), number("5", 0)).replace("<row ", "<row hidden=\"1\" ") + "</sheetData></worksheet>";

        try (Book book = open(new Workbooks().markup("Daten", markup));
                SheetTable table = book.sheet("Daten", true, names -> true, null)) {
            assertThat(table.hiddenColumns().stream()).containsExactly(1, 2);
            assertThat(table.next().orElseThrow().hidden()).isTrue();
        }
    }

    @Test
    void strictSpreadsheetsAreReadLikeOthers() throws IOException {
        byte[] strict = Workbooks.strict(new Workbooks()
                .sheet("Daten", row(1, text("Raum"), " t=\"d\"><v>2023-12-31T00:00:00</v>", number("0.125", 1))));

        try (Book book = Book.open(Files.write(folder.resolve("book.xlsx"), strict), FileKind.XLSX);
                SheetTable table = book.sheet("Daten", false, names -> true, null)) {
            TableRow row = table.next().orElseThrow();
            assertThat(row.text(0)).isEqualTo("Raum");
            assertThat(row.text(1)).isEqualTo("2023-12-31");
            assertThat(row.text(2)).isEqualTo("12.5%");
        }
    }

    @Test
    void aSheetOfBrokenMarkupIsRefused() throws IOException {
        try (Book book = open(new Workbooks().markup("Daten", "<worksheet x=,><sheetData/></worksheet>"))) {
            assertThatThrownBy(() -> book.sheet("Daten", null, names -> true, null))
                    .isInstanceOfSatisfying(
                            Invalid.class, refused -> assertThat(refused.code()).isEqualTo("file.unreadable"));
        }
    }

    private String firstCell(Workbooks workbook) throws IOException {
        try (Book book = open(workbook);
                SheetTable table = book.sheet("Daten", false, names -> true, null)) {
            return table.next().orElseThrow().text(0);
        }
    }

    private Book open(Workbooks workbook) throws IOException {
        return Book.open(Files.write(folder.resolve("book.xlsx"), workbook.bytes()), FileKind.XLSX);
    }
}
