package de.quartierwerk.ingestion.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files as they come, and what is found in them. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class FilesIT {
    private static final String LONG_FILE = """
            Räume;Größe;Zeitraum;Wert
            99001001-01;files-a;2013;1.234,5
            99001001-02;files-a;2013;17
            99001001-01;files-b;2013-S1;12,5 %
            99001001-01;files-b;2022/23;(3,5)
            """;
    private static final String LONG_MAPPING = """
            {"layout":"long","spaceColumn":"Räume","indicatorColumn":"Größe","periodColumn":"Zeitraum",\
            "valueColumn":"Wert"}""";

    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
        Api.indicator("files-a", "count", "persons");
        Api.indicator("files-b", "ratio", "percent");
        Api.indicator("files-c", Map.of("name", "c", "unit", "persons", "kind", "count", "minimum", 0, "maximum", 100));
    }

    @Test
    void longTextsAreCut() {
        String text = "x".repeat(300);
        String file = "Räume;Größe;Zeitraum;Wert\n" + text + ";files-a;2013;1\n99001001-01;files-a;" + text + ";1\n";

        JsonPath checked = Api.check("steward", file, LONG_MAPPING);

        String cut = "x".repeat(200) + "…";
        assertThat(checked.getList("coverage.unknown")).containsExactly(cut);
        Api.as("steward")
                .get("/submissions/" + checked.getString("id") + "/findings")
                .then()
                .body(
                        "items.code", is(List.of("space.unknown", "period.malformed")),
                        "items.value", is(List.of(cut, cut)),
                        "items.message[0]", containsString("„" + cut + "“"),
                        "items.message[1]", containsString("„" + cut + "“"));
    }

    @Test
    void theSameContentGivesTheSameValuesInEveryFormat() throws IOException {
        List<byte[]> files = List.of(
                LONG_FILE.getBytes(StandardCharsets.UTF_8),
                LONG_FILE.getBytes(Charset.forName("windows-1252")),
                LONG_FILE.getBytes(Charset.forName("ISO-8859-15")),
                LONG_FILE.replace(';', '\t').getBytes(StandardCharsets.UTF_16LE),
                gzip(LONG_FILE.getBytes(StandardCharsets.UTF_8)),
                zip(LONG_FILE.getBytes(StandardCharsets.UTF_8)),
                zip(spreadsheet()),
                spreadsheet(),
                json());
        String first = null;
        for (byte[] file : files) {
            JsonPath checked = Api.check("steward", "values", file, LONG_MAPPING);
            assertThat(checked.getString("state")).isEqualTo("VALIDATED");
            assertThat(checked.getInt("counts.values")).isEqualTo(4);
            JsonPath released = Api.approve(checked.getString("id"));
            String values =
                    Api.as("steward").get("/values?indicator=files-a,files-b").asString();
            if (first == null) {
                first = values;
                assertThat(released.getInt("counts.created")).isEqualTo(4);
            } else {
                assertThat(released.getInt("counts.unchanged"))
                        .as(released.getString("detected"))
                        .isEqualTo(4);
                assertThat(values).isEqualTo(first);
            }
        }
        JsonPath values = JsonPath.from(first);
        assertThat(values.getList("items.value")).containsExactly(1234.5f, 17, 12.5f, 3.5f);
        assertThat(values.getList("items.period")).containsExactly("2013", "2013", "2013-S1", "2022/23");
        assertThat(values.getList("items.status")).containsExactly("normal", "normal", "normal", "unreliable");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("lieferung/"));
            zip.putNextEntry(new ZipEntry("lieferung/werte"));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] spreadsheet() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Werte");
            sheet.value(0, 0, "Lieferung 2013");
            String[] lines = LONG_FILE.split("\n", -1);
            for (int row = 0; row < lines.length; row++) {
                String[] cells = lines[row].split(";", -1);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row + 2, column, cells[column]);
                }
            }
            sheet.value(3, 3, 1234.5);
            sheet.value(5, 3, 0.125);
            sheet.style(5, 3).format("0.0%").set();
            sheet.value(5, 3, 0.125);
        }
        return out.toByteArray();
    }

    private static byte[] json() {
        return """
                {"values":[
                 {"Räume":"99001001-01","Größe":"files-a","Zeitraum":"2013","Wert":1234.5,"note":{"a":[1]}},
                 {"Räume":"99001001-02","Größe":"files-a","Zeitraum":"2013","Wert":17},
                 {"Räume":"99001001-01","Größe":"files-b","Zeitraum":"2013-S1","Wert":12.5},
                 {"Räume":"99001001-01","Größe":"files-b","Zeitraum":"2022/23","Wert":"(3.5)"}]}""".getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void everyFaultIsFoundAtItsPlace() {
        String file = """
                Titel, der nicht stört
                raum;jahr;a;b;c
                99001001-01;2012;5;12,5;50
                nirgends;2012;5;12,5;50
                ;2012;5;;50
                99001001-02;23;5;12,5;50
                99001001-02;2005;5;12,5;50
                99001001-03;2012;fünf;12,5;500
                99001001-01;2012;5;13,5;50
                99001;2012;5;13,5;50
                99001002-01;2012;5 %;13,5;-1
                """;
        JsonPath checked = Api.check("steward", file, """
                {"level":"social-space","spaceColumn":"raum","periodColumn":"jahr",
                 "columns":{"a":{"indicator":"files-a"},"b":{"indicator":"files-b"},"c":{"indicator":"files-c"}}}""");

        assertThat(checked.getString("state")).isEqualTo("VALIDATED");
        assertThat(checked.getMap("counts"))
                .isEqualTo(Map.of(
                        "rows",
                        9,
                        "values",
                        25,
                        "created",
                        4,
                        "updated",
                        0,
                        "unchanged",
                        0,
                        "rejected",
                        21,
                        "warnings",
                        2));
        assertThat(checked.getList("coverage.unknown")).isEqualTo(List.of("nirgends"));
        JsonPath findings = Api.as("steward")
                .get("/submissions/" + checked.getString("id") + "/findings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(findings.<Map<String, Object>>getList("items"))
                .extracting(f -> f.get("line"), f -> f.get("column"), f -> f.get("code"), f -> f.get("value"))
                .containsExactly(
                        tuple(4, "raum", "space.unknown", "nirgends"),
                        tuple(5, "raum", "space.missing", ""),
                        tuple(6, "jahr", "period.malformed", "23"),
                        tuple(7, "raum", "space.not-valid", "99001001-02"),
                        tuple(7, "raum", "space.not-valid", "99001001-02"),
                        tuple(7, "raum", "space.not-valid", "99001001-02"),
                        tuple(8, "a", "number.malformed", "fünf"),
                        tuple(8, "c", "value.above-maximum", "500"),
                        tuple(10, "raum", "space.other-level", "99001"),
                        tuple(11, "a", "number.percent", "5 %"),
                        tuple(11, "c", "value.below-minimum", "-1"),
                        tuple(3, "b", "value.contradicts", null),
                        tuple(9, "a", "value.repeated", null),
                        tuple(9, "b", "value.contradicts", null),
                        tuple(9, "c", "value.repeated", null),
                        tuple(null, null, "space.not-delivered", "99001001-02"),
                        tuple(null, null, "space.not-delivered", "99001002-02"),
                        tuple(null, null, "space.not-delivered", "99001002-03"));
        findingsComeInEnglishAndAsATable(checked.getString("id"));
    }

    private static void findingsComeInEnglishAndAsATable(String id) {
        Api.as("steward")
                .header("Accept-Language", "en")
                .get("/submissions/" + id + "/findings?limit=1")
                .then()
                .body("items[0].message", is("There is no space “nirgends”."))
                .header("Link", containsString("cursor="));
        assertThat(Api.findings(id).split("\r\n", -1))
                .hasSize(20)
                .contains("line;column;code;severity;value;message;cell;before")
                .contains("4;raum;space.unknown;error;nirgends;Es gibt keinen Raum „nirgends“.;;")
                .contains("11;c;value.below-minimum;error;'-1;Der Katalog lässt Werte ab 0 zu.;;");
    }

    @Test
    void marksKeepTheirMeaning() {
        JsonPath released = Api.release(
                "raum;a\n99001001-01;.\n99001001-02;/\n99001001-03;x\n99001002-01;-\n99001002-02;k.A.\n99001002-03;8\n",
                """
                {"spaceColumn":"raum","columns":{"a":{"indicator":"files-a","period":"2016"}},
                 "missing":["x","k.A."],"suppressed":["."]}""");

        assertThat(released.getInt("counts.created")).isEqualTo(6);
        JsonPath values = Api.values("steward", "indicator=files-a&period=2016");
        assertThat(values.getList("items.status"))
                .containsExactly("suppressed", "unreliable", "missing", "normal", "missing", "normal");
        assertThat(values.getList("items.value")).containsExactly(null, null, null, 0, null, 8);
    }

    @Test
    void columnsCanBeNumberedAndSpacesNamed() {
        JsonPath checked = Api.check("steward", "Raum 99001001-01;7\nraum  99001001-02;8\nRaum unbekannt;9\n", """
                {"header":false,"spaceColumn":"1","spaceMatch":"name","period":"2017","level":"social-space",
                 "columns":{"2":{"indicator":"files-a"}}}""");

        assertThat(checked.getBoolean("detected.header")).isFalse();
        assertThat(checked.getInt("counts.created")).isEqualTo(2);
        assertThat(checked.getInt("counts.rejected")).isEqualTo(1);
    }

    @Test
    void aNumberThatCouldBeReadInTwoWaysIsToldOf() {
        String mapping =
                "{\"spaceColumn\":\"raum\",\"period\":\"2018\",\"columns\":{\"a\":{\"indicator\":\"files-i\"}}%s}";
        String file = "raum;a\n99001001-01;1.234\n99001001-02;17\n";
        Api.indicator("files-i", "index", "points");

        JsonPath unsure = Api.check("steward", file, mapping.formatted(""));
        JsonPath stated = Api.check("steward", file, mapping.formatted(",\"decimal\":\".\""));

        assertThat(unsure.getBoolean("detected.decimalCertain")).isFalse();
        assertThat(unsure.getInt("counts.warnings")).isEqualTo(1);
        Api.as("steward")
                .get("/submissions/" + unsure.getString("id") + "/findings")
                .then()
                .body(
                        "items.code", is(List.of("number.ambiguous", "space.most-not-delivered")),
                        "items.severity", is(List.of("warning", "hint")));
        assertThat(stated.getInt("counts.warnings")).isZero();
    }

    @Test
    void oneErrorRejectsAnAtomicFile() {
        String mapping =
                "{\"spaceColumn\":\"raum\",\"period\":\"2018\",\"columns\":{\"a\":{\"indicator\":\"files-a\"}},"
                        + "\"atomic\":true}";

        JsonPath checked = Api.check("steward", "raum;a\n99001001-01;5\n99001001-02;fünf\n", mapping);

        assertThat(checked.getString("state")).isEqualTo("REJECTED");
        assertThat(checked.getInt("counts.rejected")).isEqualTo(1);
    }

    @Test
    void aRowOfAnotherWidthIsToldAndNotRead() {
        String mapping = "{\"spaceColumn\":\"raum\",\"period\":\"2017\",\"columns\":{\"a\":{\"indicator\":\"files-a\"},"
                + "\"b\":{\"indicator\":\"files-b\"}}}";

        JsonPath checked = Api.check(
                "steward",
                "raum;a;b;\n99001001-01;5;7\n99001001-02;5\n99001001-03;1;234;5\n99001002-01;6;8;;\n",
                mapping);

        assertThat(checked.getInt("counts.created")).isEqualTo(4);
        assertThat(checked.getInt("counts.rejected")).isEqualTo(4);
        Api.as("steward")
                .get("/submissions/" + checked.getString("id") + "/findings")
                .then()
                .body("items[0].code", is("row.too-short"), "items[0].line", is(3))
                .body("items[1].code", is("row.too-wide"), "items[1].line", is(4));
    }

    @Test
    void aContradictionIsFoundAmongAnyNumberOfDays() {
        Api.indicator("files-days", "count", "persons");
        StringBuilder file = new StringBuilder("raum;tag;a\n");
        LocalDate first = LocalDate.of(2012, 1, 1);
        for (int day = 0; day < 2_100; day++) {
            file.append("99001001-01;").append(first.plusDays(day)).append(";5\n");
        }
        file.append("99001001-01;").append(first.plusDays(2_050)).append(";6\n");

        JsonPath checked = Api.check(
                "steward",
                file.toString(),
                "{\"spaceColumn\":\"raum\",\"periodColumn\":\"tag\",\"columns\":{\"a\":{\"indicator\":\"files-days\"}}}");

        assertThat(checked.getInt("counts.created")).isEqualTo(2_099);
        assertThat(checked.getInt("counts.rejected")).isEqualTo(2);
        Api.as("steward")
                .get("/submissions/" + checked.getString("id") + "/findings")
                .then()
                .body("items[0].code", is("value.contradicts"), "items[0].line", is(2_052))
                .body("items[1].code", is("value.contradicts"), "items[1].line", is(2_102));
    }

    @Test
    void lostLeadingZerosAreProposed() {
        Region.tell(List.of(Region.space("01011101", "Stülerstraße", "planning-area", null, List.of("01011101"))));
        String mapping =
                "{\"spaceColumn\":\"raum\",\"period\":\"2018\",\"columns\":{\"a\":{\"indicator\":\"files-a\"}}}";

        JsonPath checked = Api.check("steward", "raum;a\n1011101;5\n", mapping);

        assertThat(checked.getString("state")).isEqualTo("REJECTED");
        Api.as("steward")
                .get("/submissions/" + checked.getString("id") + "/findings")
                .then()
                .body("items.code", is(List.of("space.zeros-lost")))
                .body("items[0].message", containsString("„01011101“"));
    }

    @Test
    void numeratorsAndDenominatorsGiveExactRatios() {
        JsonPath released = Api.release("""
                space;indicator;period;numerator;denominator;status
                99001001-01;files-b;2019;1;300;
                99001001-02;files-b;2019;100;300;estimated
                99001001-03;files-b;2019;5;0;
                """, "{}");

        assertThat(released.getInt("counts.created")).isEqualTo(3);
        JsonPath exact = Api.values("steward", "indicator=files-b&period=2019");
        assertThat(exact.getList("items.value")).containsExactly(0.33333334f, 33.333332f, null);
        assertThat(exact.getList("items.status")).containsExactly("normal", "estimated", "missing");
        JsonPath seen = Api.values(null, "indicator=files-b&period=2019");
        assertThat(seen.getList("items.status")).containsExactly("suppressed", "estimated", "suppressed");
        assertThat(seen.getList("items.numerator")).containsExactly(null, 100, null);
        assertThat(Api.as("steward")
                        .get("/values?indicator=files-b&period=2019")
                        .asString())
                .contains("33.333333333333");
    }
}
