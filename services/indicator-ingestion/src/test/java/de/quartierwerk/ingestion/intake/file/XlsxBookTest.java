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
import java.util.List;
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

        try (XlsxBook book = open(workbook)) {
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
        String rows = row(1, text("x"), " t=\"str\"><f>IF(1,\"\")</f><v></v>", "><f>A1</f>");

        try (XlsxBook book = open(new Workbooks().sheet("Daten", rows));
                XlsxTable table = book.sheet("Daten", false, names -> true, null)) {
            TableRow row = table.next().orElseThrow();
            assertThat(row.oddity(1)).isEqualTo(Oddity.NONE);
            assertThat(row.oddity(2)).isEqualTo(Oddity.WITHOUT_RESULT);
        }
    }

    @Test
    void aSheetOfBrokenMarkupIsRefused() throws IOException {
        try (XlsxBook book = open(new Workbooks().markup("Daten", "<worksheet x=,><sheetData/></worksheet>"))) {
            assertThatThrownBy(() -> book.sheet("Daten", null, names -> true, null))
                    .isInstanceOfSatisfying(
                            Invalid.class, refused -> assertThat(refused.code()).isEqualTo("file.unreadable"));
        }
    }

    private String firstCell(Workbooks workbook) throws IOException {
        try (XlsxBook book = open(workbook);
                XlsxTable table = book.sheet("Daten", false, names -> true, null)) {
            return table.next().orElseThrow().text(0);
        }
    }

    private XlsxBook open(Workbooks workbook) throws IOException {
        return XlsxBook.open(Files.write(folder.resolve("book.xlsx"), workbook.bytes()));
    }
}
