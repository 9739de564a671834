package de.quartierwerk.ingestion.intake.file;

import static de.quartierwerk.ingestion.intake.file.Workbooks.formula;
import static de.quartierwerk.ingestion.intake.file.Workbooks.number;
import static de.quartierwerk.ingestion.intake.file.Workbooks.row;
import static de.quartierwerk.ingestion.intake.file.Workbooks.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Lines;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spreadsheets as they come, and the way back to the supplier with notes on their cells. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SpreadsheetIT {
    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
        for (String code : List.of("fx-sheet-people", "fx-sheet-pupils")) {
            Api.indicator(code, "count", "persons");
        }
        Api.indicator("fx-sheet-percent", "ratio", "percent");
    }

    @Test
    void cellsAreUnderstoodAsTheSpreadsheetMeansThem() {
        byte[] file = new Workbooks()
                .sheet(
                        "Daten",
                        row(1, text("Bevölkerung"))
                                + row(3, text("Raum"), text("Stichtag"), text("Einwohner"), text("Anteil"))
                                + row(
                                        4,
                                        text("99001001-01"),
                                        number("41639", 2),
                                        formula("SUM(A1:A2)", "1234"),
                                        number("0.125", 1))
                                + row(5, text("99001001-02"), text("31.12.2013"), text("1.234,5"), text("12,5 %"))
                                + row(
                                        6,
                                        text("99001001-03"),
                                        number("41639", 2),
                                        formula("A1+1", null),
                                        number("12.5", 0))
                                + row(
                                        7,
                                        text("99001002-01"),
                                        number("41639", 2),
                                        " t=\"e\"><f>1/0</f><v>#DIV/0!</v>",
                                        text("-"))
                                + row(8, text("99001002-02"), number("41639", 2), number("41397", 2), text("x"))
                                + row(
                                        9,
                                        text("99001002-03"),
                                        number("41639", 2),
                                        number("0.30000000000000004", 0),
                                        text("/"))
                                + row(10, text("Insgesamt"), "", formula("SUM(C4:C9)", "2000"), ""))
                .bytes();

        JsonPath checked = Api.check("steward", "daten.xlsx", file, """
                {"level":"social-space","spaceColumn":"Raum","periodColumn":"Stichtag",
                 "columns":{"Einwohner":{"indicator":"fx-sheet-people"},"Anteil":{"indicator":"fx-sheet-percent"}}}""");

        assertThat(checked.getString("detected.format")).isEqualTo("xlsx");
        assertThat(checked.getInt("detected.headerRow")).isEqualTo(2);
        assertThat(checked.getList("detected.sheets")).isEqualTo(List.of("Daten"));
        assertThat(Lines.findings(checked.getString("id")))
                .containsExactly(
                        "C5;Einwohner;number.as-text;hint;1.234,5",
                        "D5;Anteil;number.as-text;hint;12,5 %",
                        "C6;Einwohner;number.without-result;error;",
                        "C7;Einwohner;number.error-value;error;#DIV/0!",
                        "C8;Einwohner;number.date;error;2013-05-03",
                        "A10;Raum;row.total;hint;Insgesamt",
                        "C5;Einwohner;value.count-with-decimals;warning;1.234,5",
                        "C9;Einwohner;value.count-with-decimals;warning;0.3",
                        "D7;Anteil;number.zero-sign;hint;-",
                        "C10;Einwohner;total.differs;warning;2000",
                        ";;space.not-delivered;hint;99001002-02");
        Api.approve(checked.getString("id"));
        assertThat(Lines.values(List.of("fx-sheet-people", "fx-sheet-percent")))
                .containsExactly(
                        "99001001-01;fx-sheet-people;2013-12-31;1234;normal",
                        "99001001-01;fx-sheet-percent;2013-12-31;12.5;normal",
                        "99001001-02;fx-sheet-people;2013-12-31;1234.5;normal",
                        "99001001-02;fx-sheet-percent;2013-12-31;12.5;normal",
                        "99001001-03;fx-sheet-percent;2013-12-31;12.5;normal",
                        "99001002-01;fx-sheet-percent;2013-12-31;0;normal",
                        "99001002-02;fx-sheet-percent;2013-12-31;;missing",
                        "99001002-03;fx-sheet-people;2013-12-31;0.3;normal",
                        "99001002-03;fx-sheet-percent;2013-12-31;;unreliable");
    }

    @Test
    void severalSheetsAndHeaderRowsAreOneDelivery() {
        String head = row(1, text("Raum"), text("Schüler"), "") + row(2, "", text("weiblich"), text("männlich"));
        byte[] file = new Workbooks()
                .sheet("Deckblatt", row(1, text("Schulstatistik")))
                .sheet("Schuljahr 2011", head + row(3, text("99001001-01"), number("10", 0), number("12", 0)))
                .sheet("Schuljahr 2012", head + row(3, text("99001001-01"), number("11", 0), text("elf")))
                .bytes();
        Api.indicator("fx-sheet-boys", "count", "persons");

        JsonPath checked = Api.check("steward", "schulen.xlsx", file, """
                {"level":"social-space","spaceColumn":"Raum","sheets":["*"],"periodFromSheet":true,
                 "columns":{"Schüler / weiblich":{"indicator":"fx-sheet-pupils"},
                            "Schüler / männlich":{"indicator":"fx-sheet-boys"}}}""");

        assertThat(checked.getList("detected.sheets")).isEqualTo(List.of("Schuljahr 2011", "Schuljahr 2012"));
        assertThat(Lines.findings(checked.getString("id")))
                .containsExactly(
                        "'Schuljahr 2012'!C3;Schüler / männlich;number.malformed;error;elf",
                        ";;space.most-not-delivered;hint;");
        Api.approve(checked.getString("id"));
        assertThat(Lines.values(List.of("fx-sheet-pupils", "fx-sheet-boys")))
                .containsExactly(
                        "99001001-01;fx-sheet-boys;2011;12;normal",
                        "99001001-01;fx-sheet-pupils;2011;10;normal",
                        "99001001-01;fx-sheet-pupils;2012;11;normal");
    }

    @Test
    void findingsComeBackAsNotesInTheSuppliersOwnFile() throws IOException {
        byte[] file = new Workbooks()
                .sheet(
                        "Meldung",
                        row(1, text("Raum"), text("Leute"))
                                + row(2, text("nirgends"), number("5", 0))
                                + row(3, text("99001001-01"), text("fünf"))
                                + row(4, text("99001001-02"), number("7", 1)))
                .bytes();
        String id = Api.check("steward", "meldung.xlsx", file, """
                {"level":"social-space","spaceColumn":"Raum","period":"2013",
                 "columns":{"Leute":{"indicator":"fx-sheet-people"}}}""").getString("id");

        byte[] answer = spreadsheet("steward", id);

        Map<String, String> parts = parts(answer);
        assertThat(parts.get("xl/findings1.xml"))
                .contains("<comment ref=\"A2\"", "Fehler: Es gibt keinen Raum „nirgends“.", "<comment ref=\"B3\"")
                .contains("<comment ref=\"B4\"", "In der Einheit dieses Indikators gibt es keine Prozentangaben.");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("legacyDrawing", "nirgends", "fünf");
        assertThat(parts.get("xl/worksheets/_rels/sheet1.xml.rels")).contains("/xl/findings1.xml", "findings1.vml");
        assertThat(parts.get("[Content_Types].xml")).contains("PartName=\"/xl/findings1.xml\"", "Extension=\"vml\"");
        assertThat(parts.get("xl/styles.xml")).contains("0.0%");
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(answer))) {
            assertThat(read.getFirstSheet().read()).hasSize(4);
        }
        aFileWithNotesIsTakenAndGetsNewOnes(answer);
    }

    private static void aFileWithNotesIsTakenAndGetsNewOnes(byte[] file) throws IOException {
        String id = Api.check("steward", "meldung.xlsx", file, """
                {"level":"social-space","spaceColumn":"Raum","period":"2013",
                 "columns":{"Leute":{"indicator":"fx-sheet-people"}}}""").getString("id");

        Map<String, String> parts = parts(spreadsheet("steward", id));

        assertThat(parts.get("xl/worksheets/_rels/sheet1.xml.rels"))
                .containsOnlyOnce("Id=\"findings\"")
                .containsOnlyOnce("Id=\"findingsc\"")
                .contains("/xl/findings-1.xml");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).containsOnlyOnce("<n:legacyDrawing");
    }

    @Test
    void findingsOfATextFileComeAsASpreadsheetWithTheSameLines() throws IOException {
        String id = Api.check("steward", "Titel\nraum;leute\n99001001-01;7\nnirgends;5\n", """
                {"level":"social-space","spaceColumn":"raum","period":"2013",
                 "columns":{"leute":{"indicator":"fx-sheet-people"}}}""")
                .getString("id");

        byte[] answer = spreadsheet("steward", id);

        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(answer))) {
            var rows = read.getFirstSheet().read();
            assertThat(rows).hasSize(4);
            assertThat(rows.get(3).getCellText(0)).isEqualTo("nirgends");
        }
        String notes = String.join("", parts(answer).values());
        assertThat(notes).contains("<comment ref=\"A4\"", "Fehler: Es gibt keinen Raum");
    }

    @Test
    void formulasOfASupplierDoNotReachOthers() throws IOException {
        byte[] file = new Workbooks()
                .sheet(
                        "Meldung",
                        row(1, text("Raum"), text("Leute"), text("Notiz"))
                                + row(
                                        2,
                                        text("nirgends"),
                                        number("5", 0),
                                        " t=\"str\"><f>HYPERLINK(A1)</f><v>bitte</v>"))
                .bytes();
        String id = Api.check("supplier", "meldung.xlsx", file, """
                {"level":"social-space","spaceColumn":"Raum","period":"2013",
                 "columns":{"Leute":{"indicator":"fx-sheet-people"}}}""").getString("id");

        assertThat(parts(spreadsheet("supplier", id)).get("xl/worksheets/sheet1.xml"))
                .contains("HYPERLINK");
        byte[] answer = spreadsheet("steward", id);

        assertThat(String.join("", parts(answer).values())).doesNotContain("HYPERLINK", "<f>");
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(answer))) {
            assertThat(read.getFirstSheet().read().get(1).getCellText(2)).isEqualTo("bitte");
        }
    }

    @Test
    void textsThatBeginLikeFormulasStayTexts() throws IOException {
        String id = Api.check("steward", "raum;leute\n99001001-01;=1+1\n", """
                {"level":"social-space","spaceColumn":"raum","period":"2013",
                 "columns":{"leute":{"indicator":"fx-sheet-people"}}}""").getString("id");

        byte[] answer = spreadsheet("steward", id);

        assertThat(parts(answer).get("xl/styles.xml")).contains("formatCode=\"@\"");
        assertThat(parts(answer).get("xl/worksheets/sheet1.xml")).doesNotContain("<f>");
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(answer))) {
            assertThat(read.getFirstSheet().read().get(1).getCellText(1)).isEqualTo("=1+1");
        }
    }

    @Test
    void theFileIsForThoseWhoMaySeeItsValues() {
        String id = Api.check("supplier", "raum;leute\n99001001-01;7\n", """
                {"level":"social-space","spaceColumn":"raum","period":"2013",
                 "columns":{"leute":{"indicator":"fx-sheet-people"}}}""").getString("id");

        Api.as("supplier2")
                .accept(Spreadsheet.MEDIA_TYPE)
                .get("/submissions/" + id + "/findings")
                .then()
                .statusCode(404);
        Api.as("municipal-planner")
                .accept(Spreadsheet.MEDIA_TYPE)
                .get("/submissions/" + id + "/findings")
                .then()
                .statusCode(403)
                .body("code", is("finding.file-not-yours"));
    }

    private static byte[] spreadsheet(String user, String id) {
        return Api.as(user)
                .accept(Spreadsheet.MEDIA_TYPE)
                .get("/submissions/" + id + "/findings")
                .then()
                .statusCode(200)
                .contentType(Spreadsheet.MEDIA_TYPE)
                .extract()
                .asByteArray();
    }

    private static Map<String, String> parts(byte[] file) throws IOException {
        Path copy = Files.createTempFile("findings", ".xlsx");
        copy.toFile().deleteOnExit();
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(Files.write(copy, file).toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void spreadsheetsOfOtherFormatsAreDeliveredLikeXlsx() throws IOException {
        String mapping = """
                {"level":"social-space","spaceColumn":"Raum","period":"2017",
                 "columns":{"Leute":{"indicator":"fx-sheet-people"}}}""";
        byte[] ods = new OpenDocuments()
                .table("Titel", OpenDocuments.row(OpenDocuments.text("Bericht")))
                .table(
                        "Meldung",
                        OpenDocuments.row(OpenDocuments.text("Raum") + OpenDocuments.text("Leute"))
                                + OpenDocuments.row(OpenDocuments.text("99001001-01") + OpenDocuments.number("1234.5"))
                                + OpenDocuments.row(OpenDocuments.text("99001001-02") + OpenDocuments.text("fünf")))
                .bytes();
        HSSFWorkbook workbook = new HSSFWorkbook();
        for (String[] cells : new String[][] {{"Raum", "Leute"}, {"99001001-01", "1234.5"}, {"99001001-02", "fünf"}}) {
            Sheet sheet = workbook.getNumberOfSheets() == 0 ? workbook.createSheet("Meldung") : workbook.getSheetAt(0);
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            row.createCell(0).setCellValue(cells[0]);
            if (cells[1].equals("1234.5")) {
                row.createCell(1).setCellValue(1234.5);
            } else {
                row.createCell(1).setCellValue(cells[1]);
            }
        }
        ByteArrayOutputStream xls = new ByteArrayOutputStream();
        workbook.write(xls);

        delivers("meldung.ods", ods, mapping, "ods");
        delivers("meldung.xls", xls.toByteArray(), mapping, "xls");
    }

    private static void delivers(String name, byte[] file, String mapping, String format) throws IOException {
        JsonPath checked = Api.check("steward", name, file, mapping);
        String id = checked.getString("id");

        assertThat(checked.getString("detected.format")).isEqualTo(format);
        assertThat(checked.getList("detected.sheets")).isEqualTo(List.of("Meldung"));
        assertThat(Lines.findings(id))
                .contains("B2;Leute;value.count-with-decimals;warning;1234.5", "B3;Leute;number.malformed;error;fünf");
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(spreadsheet("steward", id)))) {
            assertThat(read.getFirstSheet().getName()).isEqualTo("Meldung");
            assertThat(read.getFirstSheet().read().get(2).getCellText(1)).isEqualTo("fünf");
        }
        assertThat(parts(spreadsheet("steward", id)).values()).anyMatch(part -> part.contains("ref=\"B3\""));
        Api.as("steward").contentType("application/json").post("/submissions/" + id + "/withdrawal");
    }
}
