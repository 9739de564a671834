package de.quartierwerk.ingestion.intake.file;

import static de.quartierwerk.ingestion.intake.file.Workbooks.number;
import static de.quartierwerk.ingestion.intake.file.Workbooks.row;
import static de.quartierwerk.ingestion.intake.file.Workbooks.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.kit.problem.Invalid;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to do harm, or are simply too large. */
class BadFilesTest {
    private static final long MOST = 2L * 1024 * 1024 * 1024;
    private static final int MEBIBYTE = 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void refusesAGzipBombLongBeforeItIsUnpacked() throws IOException {
        Path bomb = write(out -> new GZIPOutputStream(out), 96, "1;2;3;4\n");

        assertThat(Files.size(bomb)).isLessThan(MEBIBYTE);
        refuses(bomb, "file.bomb");
    }

    @Test
    void refusesNulBytesAtTheFirstPiece() throws IOException {
        Path zeros = write(out -> new GZIPOutputStream(out), 48, "\0\0\0\0\0\0\0\0");

        refuses(zeros, "file.binary");
    }

    @Test
    void readsALargeFileInPieces() throws IOException {
        Path large = write(out -> out, 64, "01011101;12,5;\n");

        FileFacts facts = FileScan.of(large, null, MOST);

        assertThat(facts.head()).hasSize(FileScan.HEAD_BYTES);
        assertThat(facts.size()).isGreaterThan(63L * MEBIBYTE);
    }

    @Test
    void refusesAMillionColumns() throws IOException {
        Path wide = write(out -> out, 1, "a;b;");

        FileFacts facts = FileScan.of(wide, null, MOST);

        assertThat(Dialect.tooWide(facts.head(), ';')).isTrue();
        assertThatThrownBy(() -> readAll(wide)).isInstanceOf(UnreadableRow.class);
    }

    @Test
    void endsAtAQuotationMarkThatIsNeverClosed() throws IOException {
        Path open = Files.writeString(folder.resolve("open"), "\"" + "a;b\n".repeat(MEBIBYTE));

        assertThatThrownBy(() -> readAll(open)).isInstanceOf(UnreadableRow.class);
    }

    private static void readAll(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                TableReader table = CsvTable.open(in, StandardCharsets.UTF_8, ';', 0, List.of())) {
            while (table.next().isPresent()) {
                assertThat(table.header()).isEmpty();
            }
        }
    }

    @Test
    void refusesAThousandSheets() throws IOException {
        Workbooks book = new Workbooks();
        IntStream.range(0, 1000).forEach(i -> book.sheet("Blatt " + i, row(1, text("a"))));

        refuses(file(book.bytes()), "file.sheets");
    }

    @Test
    void refusesASpreadsheetThatIsABomb() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        byte[] row = row(1, number("1", 0), number("2", 0)).repeat(8000).getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int written = 0; written < 96 * MEBIBYTE; written += row.length) {
                zip.write(row);
            }
        }

        refuses(bomb, "file.bomb");
    }

    @Test
    void refusesABombInWhatIsPassedOver() throws IOException {
        for (String name : List.of("__MACOSX/x", "folder/.x", "folder/")) {
            Path bomb = write(out -> archive(out, name), 96, "\0".repeat(64));

            refuses(bomb, "file.bomb");
        }
    }

    private static OutputStream archive(OutputStream out, String entry) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("folder/file.csv"));
        zip.write("a;b\n".getBytes(StandardCharsets.UTF_8));
        zip.putNextEntry(new ZipEntry(entry));
        return zip;
    }

    @Test
    void refusesASecondRecordOfTheDirectoryInTheComment() throws IOException {
        byte[] record = {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] book = new Workbooks().sheet("a", row(1, text("a"))).bytes();

        assertThat(FileScan.of(file(commented(book, "Stand 2023".getBytes(StandardCharsets.UTF_8))), null, MOST)
                        .kind())
                .isEqualTo(FileKind.XLSX);
        refuses(file(commented(book, Arrays.copyOf(record, record.length + 1))), "file.compression-broken");
    }

    /** The archive with a comment, which follows its last record. */
    private static byte[] commented(byte[] archive, byte[] comment) {
        byte[] all = Arrays.copyOf(archive, archive.length + comment.length);
        all[archive.length - 2] = (byte) comment.length;
        System.arraycopy(comment, 0, all, archive.length, comment.length);
        return all;
    }

    @Test
    void refusesMoreTextsThanFitIntoMemory() throws IOException {
        Path texts = folder.resolve("texts.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(texts)))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            for (int i = 0; i < 2_200_000; i++) {
                zip.write(("<si><t>" + Integer.toHexString(i * 31) + "</t></si>\n").getBytes(StandardCharsets.UTF_8));
            }
        }

        refuses(texts, "file.part-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>",
                "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
                "<!DOCTYPE x [<!ENTITY % e SYSTEM \"http://127.0.0.1/e\">%e;]>",
            })
    void refusesDocumentTypes(String declaration) throws IOException {
        refuses(file(new Workbooks().markup("a", declaration + "<worksheet/>").bytes()), "file.spreadsheet-markup");
    }

    @Test
    void refusesCellsFarToTheRight() throws IOException {
        String far = "<row r=\"1\"><c t='n' r='ZZZZZZ1'><v>1</v></c></row>";

        refuses(file(new Workbooks().sheet("a", far).bytes()), "file.columns");
    }

    /** The last cell that a spreadsheet can have, far from the table. */
    @Test
    void readsATableWithACellFarAway() throws IOException {
        String rows = row(1, text("raum"), text("wert")) + row(2, text("01"), number("5", 0))
                + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
        byte[] far = new Workbooks()
                .markup(
                        "a",
                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                                + "<dimension ref=\"A1:XFD1048576\"/><sheetData>" + rows
                                + "</sheetData></worksheet>")
                .bytes();

        assertThat(FileScan.of(file(far), null, MOST).kind()).isEqualTo(FileKind.XLSX);
        try (XlsxBook open = XlsxBook.open(file(far));
                SheetTable table = open.sheet("a", true, names -> names.contains("wert"), null)) {
            assertThat(table.next().orElseThrow().text(1)).isEqualTo("5");
            TableRow last = table.next().orElseThrow();
            assertThat(last.line()).isEqualTo(1_048_576);
            assertThat(last.text(16_383)).isEqualTo("1");
            assertThat(table.next()).isEmpty();
        }
    }

    /** The standard has styles as an optional part; programs that write few parts omit them. */
    @Test
    void readsAWorkbookWithoutStylesAndNamesAPartThatMustBeThere() throws IOException {
        Workbooks book = new Workbooks().sheet("a", row(1, text("wert")) + row(2, number("5", 3)));

        try (XlsxBook open = XlsxBook.open(file(without(book.bytes(), "styles")));
                SheetTable table = open.sheet("a", true, names -> names.contains("wert"), null)) {
            assertThat(table.next().orElseThrow().text(0)).isEqualTo("5");
        }
        Path incomplete = file(without(book.bytes(), "workbook.xml.rels"));
        assertThatThrownBy(() -> XlsxBook.open(incomplete)).isInstanceOfSatisfying(Invalid.class, refused -> {
            assertThat(refused.code()).isEqualTo("file.part-missing");
            assertThat(refused.arguments()).containsExactly("xl/_rels/workbook.xml.rels");
        });
    }

    /** A workbook without the parts of a name and without what is said of them. */
    private static byte[] without(byte[] book, String part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().contains(part)) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replaceAll("<(Override|Relationship) [^>]*" + part + "[^>]*/>", "")
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return out.toByteArray();
    }

    @Test
    void refusesThousandsOfArrayFormulas() throws IOException {
        StringBuilder rows = new StringBuilder();
        IntConsumer add = i -> rows.append(row(i, "><f t=\"array\" ref=\"A" + i + "\">1</f><v>1</v>"));
        IntStream.rangeClosed(1, 1001).forEach(add);

        refuses(file(new Workbooks().sheet("a", rows.toString()).bytes()), "file.spreadsheet-markup");
    }

    @Test
    void refusesNamesThatLeadOutOfASpreadsheet() throws IOException {
        refuses(
                file(new Workbooks()
                        .sheet("a", row(1, text("a")))
                        .part("../../evil.xml", new byte[] {1})
                        .bytes()),
                "file.archive-path");
    }

    @Test
    void acceptsWhatSpreadsheetProgramsWrite() throws IOException {
        byte[] book = new Workbooks()
                .markup(
                        "Tabelle2013",
                        "<worksheet><sheetPr codeName=\"Tabelle2013\"/><sheetData>"
                                + row(1, text("Werte"), number("1", 0))
                                + "</sheetData><hyperlinks><hyperlink ref=\"A1\" location=\"Tabelle2013!A1\"/></hyperlinks>"
                                + "</worksheet>")
                .bytes();

        assertThat(FileScan.of(file(book), null, MOST).kind()).isEqualTo(FileKind.XLSX);
    }

    @Test
    void aNumberWithAMonstrousExponentIsNoNumber() throws IOException {
        byte[] book = new Workbooks()
                .sheet("a", row(1, number("1E400000000", 0), number("12.50", 0)))
                .bytes();

        try (XlsxBook open = XlsxBook.open(file(book));
                SheetTable table = open.sheet("a", false, names -> true, null)) {
            TableRow row = table.next().orElseThrow();
            assertThat(List.of(row.text(0), row.text(1))).containsExactly("1E400000000", "12.5");
        }
    }

    /** Opens what the bytes go through on their way into the file. */
    @FunctionalInterface
    private interface Packer {
        OutputStream pack(OutputStream out) throws IOException;
    }

    private Path write(Packer packer, int mebibytes, String repeated) throws IOException {
        Path file = folder.resolve("generated");
        byte[] piece = repeated.repeat(MEBIBYTE / repeated.length()).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = packer.pack(Files.newOutputStream(file))) {
            for (int i = 0; i < mebibytes; i++) {
                out.write(piece);
            }
        }
        return file;
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file.xlsx"), bytes);
    }

    private static void refuses(Path file, String code) {
        assertThatThrownBy(() -> FileScan.of(file, null, MOST))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.code()).isEqualTo(code));
    }
}
