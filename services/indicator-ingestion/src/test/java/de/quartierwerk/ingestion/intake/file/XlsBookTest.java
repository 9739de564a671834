package de.quartierwerk.ingestion.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MessageText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsBookTest {
    private static final long MOST = 1L << 30;

    @TempDir
    Path folder;

    @Test
    void cellsAreUnderstoodAsTheSpreadsheetMeansThem() throws IOException {
        HSSFWorkbook workbook = new HSSFWorkbook();
        Sheet sheet = workbook.createSheet("Daten");
        Row row = sheet.createRow(2);
        row.createCell(0).setCellValue("Altburg");
        row.createCell(1).setCellValue(0.1 + 0.2);
        styled(workbook, row.createCell(2), "0.0%").setCellValue(0.125);
        styled(workbook, row.createCell(3), "dd.mm.yyyy").setCellValue(LocalDate.of(2023, 12, 31));
        styled(workbook, row.createCell(4), "00000000").setCellValue(1001000);
        row.createCell(5).setCellFormula("B3*10");
        row.createCell(6).setCellFormula("\"a\"&\"b\"");
        row.createCell(7).setCellFormula("1/0");
        row.createCell(8).setCellErrorValue((byte) 42);
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        row.createCell(10).setCellFormula("1+1");
        workbook.setForceFormulaRecalculation(true);

        try (Book book = open(workbook);
                SheetTable table = book.sheet("Daten", false, names -> true, null)) {
            TableRow read = table.next().orElseThrow();
            assertThat(read.line()).isEqualTo(3);
            assertThat(SheetTable.texts(read))
                    .startsWith("Altburg", "0.3", "12.5%", "2023-12-31", "01001000", "3", "ab", "#DIV/0!", "#N/A", "");
            assertThat(read.plain(1)).isTrue();
            assertThat(read.plain(0)).isFalse();
            assertThat(read.oddity(3)).isEqualTo(Oddity.DATE);
            assertThat(read.oddity(7)).isEqualTo(Oddity.ERROR);
            assertThat(table.next()).isEmpty();
        }
    }

    private static Cell styled(HSSFWorkbook workbook, Cell cell, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
        return cell;
    }

    @Test
    void hiddenAndMergedCellsAreKnown() throws IOException {
        HSSFWorkbook workbook = new HSSFWorkbook();
        workbook.createSheet("Deckblatt").createRow(0).createCell(0).setCellValue("Titel");
        Sheet sheet = workbook.createSheet("Daten");
        for (int i = 0; i < 3; i++) {
            Row row = sheet.createRow(i);
            row.createCell(1).setCellValue(5 + i);
        }
        sheet.getRow(0).createCell(0).setCellValue("a");
        sheet.getRow(1).setZeroHeight(true);
        sheet.setColumnHidden(1, true);
        sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
        sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
        workbook.createSheet("Alt");
        workbook.setSheetHidden(2, true);

        try (Book book = open(workbook);
                SheetTable table = book.sheet("Daten", false, names -> true, null)) {
            table.valueColumns(Set.of(1));
            List<String> found = new ArrayList<>();
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                found.add(row.get().text(0)
                        + row.get().text(1)
                        + row.get().hidden()
                        + row.get().oddity(1));
            }
            assertThat(found).containsExactly("a5falseNONE", "a6trueMERGED", "7falseMERGED");
            assertThat(table.hiddenColumns().stream()).containsExactly(1);
            assertThat(book.names()).containsExactly("Deckblatt", "Daten");
        }
    }

    @Test
    void lockedForeignAndMonstrousFilesAreNamed() throws IOException {
        HSSFWorkbook many = new HSSFWorkbook();
        for (int i = 0; i < 201; i++) {
            many.createSheet("s" + i);
        }
        refuses(bytes(many), "file.sheets", null);
        HSSFWorkbook locked = new HSSFWorkbook();
        locked.createSheet("a");
        Biff8EncryptionKey.setCurrentUserPassword("geheim");
        byte[] encrypted = bytes(locked);
        Biff8EncryptionKey.setCurrentUserPassword(null);
        refuses(encrypted, "file.format", "format.locked");
        refuses(compound("WordDocument"), "file.format", "format.word");
        refuses(compound("EncryptedPackage"), "file.format", "format.locked");
        refuses(compound("Book"), "file.format", "format.old-excel");
        refuses(compound("Something"), "file.format", "format.office");
        byte[] cut = bytes(workbook());
        byte[] half = java.util.Arrays.copyOf(cut, cut.length / 2);
        refuses(half, "file.unreadable", null);
        byte[] nothing = java.util.Arrays.copyOf(java.util.Arrays.copyOf(cut, 8), 5_000);
        refuses(nothing, "file.unreadable", null);
    }

    @Test
    void aWorkbookWhoseStructureIsProtectedIsRead() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("VelvetSweatshop");
        byte[] file = bytes(workbook());
        Biff8EncryptionKey.setCurrentUserPassword(null);
        Path path = Files.write(folder.resolve("protected.xls"), file);

        assertThat(FileScan.of(path, null, MOST).kind()).isEqualTo(FileKind.XLS);
        try (Book book = Book.open(path, FileKind.XLS);
                SheetTable table = book.sheet("zweites", false, names -> true, null)) {
            assertThat(table.next().orElseThrow().text(0)).isEqualTo("hier");
        }
    }

    @Test
    void macrosAreLeftAlone() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem(new java.io.ByteArrayInputStream(bytes(workbook())))) {
            files.createDirectory("_VBA_PROJECT_CUR")
                    .createDirectory("VBA")
                    .createDocument(
                            "Modul1",
                            new java.io.ByteArrayInputStream(
                                    "Sub Auto_Open()".repeat(500).getBytes(StandardCharsets.US_ASCII)));
            files.writeFilesystem(out);
        }
        Path path = Files.write(folder.resolve("macros.xls"), out.toByteArray());

        assertThat(FileScan.of(path, null, MOST).kind()).isEqualTo(FileKind.XLS);
        try (Book book = Book.open(path, FileKind.XLS);
                SheetTable table = book.sheet("zweites", false, names -> true, null)) {
            assertThat(table.next().orElseThrow().text(0)).isEqualTo("hier");
        }
    }

    private static HSSFWorkbook workbook() {
        HSSFWorkbook workbook = new HSSFWorkbook();
        workbook.createSheet("erstes").createRow(0).createCell(0).setCellValue("dort");
        workbook.createSheet("zweites").createRow(0).createCell(0).setCellValue("hier");
        return workbook;
    }

    private static byte[] compound(String entry) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(
                    new java.io.ByteArrayInputStream("x".repeat(5000).getBytes(StandardCharsets.US_ASCII)), entry);
            files.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    private void refuses(byte[] file, String code, String format) throws IOException {
        Path path = Files.write(folder.resolve("bad.xls"), file);
        assertThatThrownBy(() -> FileScan.of(path, null, MOST)).isInstanceOfSatisfying(Invalid.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            if (format != null) {
                assertThat(refused.arguments().get(0)).isEqualTo(MessageText.of(format));
            }
        });
    }

    private Book open(HSSFWorkbook workbook) throws IOException {
        return Book.open(Files.write(folder.resolve("book.xls"), bytes(workbook)), FileKind.XLS);
    }

    private static byte[] bytes(HSSFWorkbook workbook) throws IOException {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write((OutputStream) out);
            return out.toByteArray();
        }
    }
}
