package de.quartierwerk.reporting.report;

import static de.quartierwerk.reporting.report.ReportExamples.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.reporting.space.Level;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class ReportWorkbookTest {
    private static List<Row> rows(String sheet) throws IOException {
        byte[] bytes = ReportWorkbook.of(ReportExamples.document(), WORDS, false);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return book.findSheet(sheet).orElseThrow().read();
        }
    }

    @Test
    void hasASheetForEachTable() throws IOException {
        byte[] bytes = ReportWorkbook.of(ReportExamples.document(), WORDS, false);

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(book.getSheets().map(Sheet::getName))
                    .containsExactly(
                            "Read me",
                            "Results",
                            "Fields of action",
                            "Employment (Social space)",
                            "Employment (Municipality)",
                            "Indicators");
        }
    }

    @Test
    void writesNumbersAsNumbersAndMarksAsTexts() throws IOException {
        List<Row> rows = rows("Employment (Social space)");

        assertThat(rows.get(0).getCell(3).getText()).isEqualTo("Name of rate (percent)");
        assertThat(rows.get(1).getCell(0).getText()).isEqualTo("1-1-a");
        assertThat(rows.get(1).getCell(3).getType()).isEqualTo(CellType.NUMBER);
        assertThat(rows.get(1).getCell(3).asNumber()).isEqualTo(new BigDecimal("12.5"));
        assertThat(rows.get(2).getCell(3).getText()).isEqualTo(".");
        assertThat(rows.get(3).getCell(3).getText()).isEqualTo("/");
    }

    @Test
    void keepsTheNumberBehindAMarkOutOfEveryForm() throws IOException {
        byte[] workbook = ReportWorkbook.of(ReportExamples.document(), WORDS, false);
        byte[] archive = ReportArchive.of(ReportExamples.document(), WORDS, false);

        assertThat(cells(workbook)).contains("12.5").noneMatch(text -> text.contains("7.25"));
        assertThat(texts(archive)).noneMatch(text -> text.contains("7.25"));
    }

    @Test
    void makesTheSameArchiveOfTheSameDocument() {
        assertThat(ReportArchive.of(ReportExamples.document(), WORDS, false))
                .isEqualTo(ReportArchive.of(ReportExamples.document(), WORDS, false));
    }

    @Test
    void writesATableOfValuesIntoTheArchive() throws IOException {
        assertThat(texts(ReportArchive.of(ReportExamples.document(), WORDS, false)))
                .anyMatch(text -> text.contains("1-1-a;Mill quarter;Town;12.5;2023\r\n")
                        && text.contains("1-1-b;Castle quarter;Town;.;2023\r\n"))
                .anyMatch(text -> text.contains("1-1-a;Mill quarter;fields;Town;;3;0.5;;HF1, HF2\r\n"));
    }

    @Test
    void keepsTheValuesOfTwoLevelsWithTheSameName() throws IOException {
        Map<String, Level> levels = new HashMap<>(ReportExamples.LEVELS);
        levels.put("municipality", new Level("municipality", "Social space", 20));
        ReportData data = ReportExamples.data();
        ReportData.Places places = data.places();
        MonitoringDocument document = MonitoringAssembler.assemble(
                ReportExamples.report("1"),
                new ReportData(
                        new ReportData.Places(places.area(), levels, places.spaces(), places.larger()),
                        data.runs(),
                        data.values(),
                        data.indicators(),
                        data.offers(),
                        data.grants(),
                        data.notices()),
                WORDS,
                ReportExamples.NOW);

        assertThat(texts(ReportArchive.of(document, WORDS, false)))
                .anyMatch(text -> text.contains("1-1-a;Mill quarter;Town;12.5;2023\r\n"))
                .anyMatch(text -> text.contains("1-1;Town;Example district;9;2023\r\n"));
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(ReportWorkbook.of(document, WORDS, false)))) {
            assertThat(book.getSheets().map(Sheet::getName))
                    .contains("Employment (Social space)", "Employment (Social space) 2");
        }
    }

    @Test
    void saysThatADraftIsOne() throws IOException {
        assertThat(texts(ReportArchive.of(ReportExamples.document(), WORDS, true)))
                .anyMatch(text -> text.startsWith("Draft: "));
    }

    private static List<String> cells(byte[] workbook) throws IOException {
        List<String> cells = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (Sheet sheet : book.getSheets().toList()) {
                for (Row row : sheet.read()) {
                    row.forEach(cell -> cells.add(cell == null ? "" : cell.getRawValue()));
                }
            }
        }
        return cells;
    }

    private static List<String> texts(byte[] archive) throws IOException {
        List<String> texts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
