package de.quartierwerk.funding.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.funding.application.ApplicationContent;
import de.quartierwerk.funding.application.ApplicationContent.CostItem;
import de.quartierwerk.funding.attachment.FileType;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.problem.Invalid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ReceiptRulesTest {

    private static final String HEADER = "Beleg;Datum;Empfänger;Position;Betrag\n";

    @Test
    void readsDaysAndAmountsAsOfficesWriteThem() {
        ReceiptRules.Read read = read(HEADER + """
                1;03.02.2024;Vermieter;Miete;1.200,50 €
                2;2024-03-01;Vermieter;Miete;1200.5
                """);

        assertThat(read.errors()).isEmpty();
        assertThat(read.receipts()).extracting(each -> each.amount().amount()).containsExactly("1200.50", "1200.50");
        assertThat(read.receipts().get(0).date()).isEqualTo(LocalDate.of(2024, 2, 3));
    }

    @Test
    void tellsEveryFaultWithRowAndColumn() {
        assertThat(faults(HEADER + """
                        1;31.02.2024;V;Miete;10
                        2;01.02.2025;V;Miete;10
                        3;01.02.2024;V;Reise;10
                        4;01.02.2024;V;;zehn
                        5;01.02.2024;V;Miete;0,00
                        6;01.02.2024;V;Miete;1,00

                        6;01.02.2024;V;Miete;1,00
                        """))
                .containsExactly(
                        "2 Datum receipts.date",
                        "3 Datum receipts.outside-period",
                        "4 Position receipts.item-unknown",
                        "5 Betrag receipts.amount",
                        "5 Position field.missing",
                        "6 Betrag amount.not-positive",
                        "9 Betrag receipts.repeated");
        assertThat(faults("Beleg;Datum\n1;01.02.2024\n"))
                .containsExactly("1 Position receipts.column-missing", "1 Betrag receipts.column-missing");
    }

    @Test
    void readsTheFirstSheetOfASpreadsheet() throws IOException {
        ReceiptRules.Read read = ReceiptRules.read(ReceiptTable.read(FileType.XLSX, sheet()), content());

        assertThat(read.errors()).isEmpty();
        assertThat(read.receipts())
                .containsExactly(new Receipt("7", LocalDate.of(2024, 5, 6), "", "Miete", Money.euro("12.34")));
    }

    @Test
    void refusesASpreadsheetThatUnpacksBeyondAllMeasure() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(file)) {
            archive.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            archive.write(new byte[40_000_000]);
        }

        assertThatThrownBy(() -> ReceiptTable.read(FileType.XLSX, file.toByteArray()))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.code()).isEqualTo("receipts.unreadable"));
    }

    private static byte[] sheet() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet();
            Row head = sheet.createRow(0);
            List<String> titles = List.of("Nr.", "Datum", "Kostenart", "Betrag");
            for (int i = 0; i < titles.size(); i++) {
                head.createCell(i).setCellValue(titles.get(i));
            }
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
            Row row = sheet.createRow(2);
            row.createCell(0).setCellValue(7);
            row.createCell(1).setCellValue(LocalDate.of(2024, 5, 6));
            row.getCell(1).setCellStyle(day);
            row.createCell(2).setCellValue("Miete");
            row.createCell(3).setCellValue(12.34);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static List<String> faults(String text) {
        return read(text).errors().stream()
                .map(each -> each.line() + " " + each.column() + " " + each.code())
                .toList();
    }

    private static ReceiptRules.Read read(String text) {
        return ReceiptRules.read(ReceiptTable.read(FileType.CSV, text.getBytes(StandardCharsets.UTF_8)), content());
    }

    private static ApplicationContent content() {
        return new ApplicationContent(
                "p",
                "verband-a",
                "Treff",
                null,
                null,
                null,
                null,
                null,
                null,
                new ApplicationContent.Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)),
                null,
                List.of(new CostItem("Miete", Money.euro("5000"))),
                null,
                null,
                null,
                null,
                null);
    }
}
