package de.quartierwerk.ingestion.intake.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import de.quartierwerk.ingestion.intake.file.Spreadsheet;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Templates are what the profile expects: filled in, they come back without a question. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class TemplateIT {
    private static final String MAPPING = """
            {"layout":"wide","level":"social-space","spaceColumn":"Schlüssel","headerRows":2,"periodInHeader":true,
             "columns":{"Kinder":{"indicator":"template-children"},"Quote":{"indicator":"template-percent"}},
             "rows":{"where":{"column":"Art","equals":"Raum"}},"missing":["","k.A."]}""";

    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
        Api.indicator(
                "template-children",
                Map.of("name", "Kinder unter 15", "unit", "persons", "kind", "count", "minimum", 0, "maximum", 5000));
        Api.indicator("template-percent", "ratio", "percent");
        profile("template", MAPPING);
    }

    @Test
    void theFilledTemplateIsAcceptedAsItIs() throws IOException {
        byte[] template = template("steward", "template", "?period=2014")
                .statusCode(200)
                .contentType(Spreadsheet.MEDIA_TYPE)
                .extract()
                .asByteArray();

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(template))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(8);
            assertThat(texts(rows.get(0))).containsExactly("Schlüssel", "Name", "Art", "Kinder", "Quote");
            assertThat(rows.get(1).getCellText(3)).isEqualTo("2014");
            assertThat(texts(rows.get(2)).subList(0, 3)).containsExactly("99001001-01", "Raum 99001001-01", "Raum");
            assertThat(rows.get(7).getCellText(0)).isEqualTo("99001002-03");
        }
        String id = Api.deliver("steward", "vorlage.xlsx", filled(template), null, "?profile=template")
                .statusCode(202)
                .extract()
                .path("id");
        JsonPath checked = Api.await("steward", id, "VALIDATED", "REJECTED");
        assertThat(Api.findings(id).lines()).hasSize(1);
        assertThat(checked.getInt("counts.created")).isEqualTo(12);
        Api.approve(id);
        JsonPath values = Api.values("steward", "indicator=template-children&period=2014&level=social-space");
        assertThat(values.getList("items.space")).hasSize(6).contains("99001001-01", "99001002-03");
        assertThat(values.getInt("items.find { it.space == '99001001-01' }.value"))
                .isEqualTo(101);
        assertThat(values.getInt("items.find { it.space == '99001002-03' }.value"))
                .isEqualTo(106);
    }

    @Test
    void cellsAreProtectedExplainedAndLimitedToWhatIsPossible() throws IOException {
        byte[] template =
                template("steward", "template", "?period=2014").extract().asByteArray();

        String sheet = part(template, "xl/worksheets/sheet1.xml");
        assertThat(sheet).contains("<sheetProtection", "<dataValidation sqref=\"D3:D8\" type=\"custom\"");
        assertThat(sheet).contains("OR(AND(ISNUMBER(D3),D3&gt;=0,D3&lt;=5000)", ",D3=\"k.A.\"");
        assertThat(part(template, "xl/styles.xml")).contains("locked=\"false\"");
        assertThat(part(template, "xl/comments1.xml")).contains("Kinder unter 15 (Einheit: persons)");
    }

    @Test
    void longTemplatesOfferIndicatorsPeriodsAndStatuses() throws IOException {
        profile("template-long", """
                {"layout":"long","level":"social-space","indicatorColumn":"Indikator","valueColumn":"Wert",
                 "statusColumn":"Status"}""");

        byte[] template = template("supplier", "template-long", "").extract().asByteArray();

        String sheet = part(template, "xl/worksheets/sheet1.xml");
        assertThat(sheet).contains("sqref=\"C2:C7\" type=\"list\"", "sqref=\"D2:D7\" type=\"list\"");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(template))) {
            assertThat(texts(book.getFirstSheet().read().get(0)))
                    .containsExactly("space", "Name", "period", "Indikator", "Wert", "Status");
        }
    }

    @Test
    void aSheetNamedByASchoolYearIsUnderstoodAgain() throws IOException {
        profile("template-sheet", """
                {"layout":"wide","level":"social-space","spaceColumn":"Schlüssel","periodFromSheet":true,
                 "columns":{"Kinder":{"indicator":"template-children"}}}""");

        byte[] template = template("steward", "template-sheet", "?period=2011/12")
                .extract()
                .asByteArray();

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(template))) {
            assertThat(book.getFirstSheet().getName()).isEqualTo("2011_12");
        }
        Api.deliver("steward", "vorlage.xlsx", template, null, "?profile=template-sheet")
                .statusCode(202);
    }

    @Test
    void rowsAreThoseOfTheCallersArea() throws IOException {
        byte[] template = template("municipal-planner", "template", "?period=2014")
                .extract()
                .asByteArray();

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(template))) {
            assertThat(book.getFirstSheet().read().stream().skip(2).map(row -> row.getCellText(0)))
                    .containsExactly("99001001-01", "99001001-02", "99001001-03");
        }
    }

    @Test
    void saysWhatItLacks() {
        profile("template-vague", "{\"layout\":\"long\"}");

        template("steward", "template", "").statusCode(400).body("code", is("template.period"));
        template("steward", "template", "?period=23").statusCode(400).body("code", is("period.malformed"));
        template("steward", "template-vague", "").statusCode(409).body("code", is("template.level"));
        profile(
                "template-heads",
                "{\"level\":\"social-space\",\"spaceInHeader\":true,\"periodColumn\":\"Jahr\","
                        + "\"indicator\":\"template-children\"}");
        template("steward", "template-heads", "?period=2014").statusCode(409).body("code", is("template.shape"));
        template("steward", "nowhere", "").statusCode(404).body("code", is("profile.unknown"));
        template("planner", "template", "?period=2014").statusCode(403);
        template(null, "template", "?period=2014").statusCode(401);
    }

    private static void profile(String code, String mapping) {
        Api.as("steward")
                .contentType("application/json")
                .body(mapping)
                .put("/profiles/" + code)
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
    }

    private static ValidatableResponse template(String user, String profile, String query) {
        return Api.as(user).get("/templates/" + profile + ".xlsx" + query).then();
    }

    private static List<String> texts(Row row) {
        return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
    }

    /** Types numbers into the open cells, as a spreadsheet program stores them: 101, 102 … and 12.5. */
    private static byte[] filled(byte[] template) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in = zip(template);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                for (int row = 3; entry.getName().equals("xl/worksheets/sheet1.xml") && row <= 8; row++) {
                    text = type(text, "D" + row, Integer.toString(98 + row));
                    text = type(text, "E" + row, "12.5");
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static String type(String sheet, String cell, String number) {
        return sheet.replaceFirst("(<c r=\"" + cell + "\"[^>/]*)(/>|></c>)", "$1><v>" + number + "</v></c>");
    }

    private static String part(byte[] file, String name) throws IOException {
        try (ZipFile zip = zip(file)) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ZipFile zip(byte[] file) throws IOException {
        Path copy = Files.createTempFile("template", ".xlsx");
        copy.toFile().deleteOnExit();
        return new ZipFile(Files.write(copy, file).toFile());
    }
}
