package de.quartierwerk.ingestion.intake.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.intake.file.OpenDocuments;
import de.quartierwerk.ingestion.intake.file.Workbooks;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a delivery refuses, a proposal refuses for the same reason; what it takes, gets a proposal. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class RefusalsIT {
    private static final String LONG =
            "{\"level\":\"social-space\",\"spaceColumn\":\"raum\",\"period\":\"2023\",\"indicator\":\"rf-people\"}";

    private record Bad(String name, byte[] file, String code) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
        Api.indicator("rf-people", "count", "persons");
        Api.indicator("rf-others", "count", "persons");
    }

    static Stream<Bad> files() throws IOException {
        byte[] book = new Workbooks()
                .sheet("Daten", Workbooks.row(1, Workbooks.text("raum"), Workbooks.text("wert")))
                .bytes();
        byte[] sheet = OpenDocuments.zipped(true);
        byte[] cube = cube("[1,1,2]", "[1,2]");
        return Stream.of(
                new Bad("empty", new byte[0], "file.empty"),
                new Bad("blanks", bytes("  \n \n"), "file.empty"),
                new Bad("NUL bytes", bytes("raum;wert\0\0\0;\n"), "file.binary"),
                new Bad("broken gzip", half(gzip(bytes("raum;wert\n".repeat(1000)))), "file.compression-broken"),
                new Bad("broken zip", half(zip(Map.of("a.csv", bytes("raum;wert\n".repeat(1000))))), null),
                new Bad("two files", zip(Map.of("a.csv", bytes("a;b\n"), "b.csv", bytes("a;b\n"))), null),
                new Bad("a path out", zip(Map.of("../a.csv", bytes("a;b\n"))), "file.archive-path"),
                new Bad("broken xlsx", half(book), "file.compression-broken"),
                new Bad("xlsx without sheets", new Workbooks().bytes(), null),
                new Bad(
                        "document type",
                        new Workbooks().markup("a", "<!DOCTYPE x><worksheet/>").bytes(),
                        "file.spreadsheet-markup"),
                new Bad(
                        "markup that breaks off",
                        new Workbooks()
                                .markup("a", "<worksheet><sheetData><row r=\"1\"><c>")
                                .bytes(),
                        null),
                new Bad("xlsb", zip(Map.of("xl/workbook.bin", new byte[] {1})), "file.format"),
                new Bad("docx", zip(Map.of("word/document.xml", bytes("<a/>"))), "file.format"),
                new Bad("locked xls", locked(), "file.format"),
                new Bad("broken xls", half(xls(1)), "file.unreadable"),
                new Bad("201 sheets", xls(201), "file.sheets"),
                new Bad("locked ods", sheet, "file.format"),
                new Bad("broken ods", half(new OpenDocuments().table("a", "").bytes()), "file.compression-broken"),
                new Bad(
                        "repeated cells",
                        new OpenDocuments()
                                .table(
                                        "a",
                                        "<table:table-row table:number-rows-repeated=\"1000000\">"
                                                + "<table:table-cell table:number-columns-repeated=\"16000\""
                                                + " office:value-type=\"float\" office:value=\"1\"/></table:table-row>")
                                .bytes(),
                        "file.bomb"),
                new Bad("HTML", bytes("<html><table><tr><td>1</td></tr></table></html>"), "file.format"),
                new Bad("PDF", bytes("%PDF-1.7\n1 0 obj"), "file.format"),
                new Bad("ADX", bytes("<adx xmlns='urn:ihe:qrph:adx:2015'/>"), "file.format"),
                new Bad("GeoJSON", bytes("{\"type\":\"FeatureCollection\",\"features\":[]}"), "file.format"),
                new Bad("SDMX-JSON", bytes("{\"meta\":{\"schema\":\"x/sdmx-json\"},\"dataSets\":[]}"), "file.format"),
                new Bad("JSON-stat 1", bytes("{\"dataset\":{\"value\":[1],\"dimension\":{}}}"), null),
                new Bad("JSON-stat of other sizes", cube("[1,1,3]", "[1,2]"), null),
                new Bad("JSON-stat with fewer values", cube("[1,1,2]", "[1]"), null),
                new Bad(
                        "JSON-stat with no index",
                        bytes("{\"version\":\"2.0\",\"class\":\"dataset\","
                                + "\"id\":[\"a\"],\"size\":[2],\"value\":[1,2]}"),
                        null),
                new Bad("JSON-stat that breaks off", half(cube), null),
                new Bad("good JSON-stat", cube, null),
                new Bad("JSON that breaks off", bytes("[{\"raum\":\"99001001-01\",\"wert\":1},{\"ra"), null),
                new Bad("JSON without rows", bytes("{}"), null),
                new Bad("no table", bytes("nur Text\n"), "mapping.does-not-fit"),
                new Bad("a million columns", bytes("a;".repeat(1_000_000) + "\n"), "file.columns"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void areTheSame(Bad bad) {
        String delivered = code(Api.as("supplier"), "/submissions?dryRun=true", bad.file, LONG);
        String proposedWithOne = code(Api.as("supplier").multiPart("indicators", "rf-people"), bad.file);
        String proposedWithAll = code(Api.as("supplier"), bad.file);

        if (bad.code != null) {
            assertThat(delivered).isEqualTo(bad.code);
        }
        String expected = delivered.equals("mapping.does-not-fit") ? "" : delivered;
        assertThat(List.of(proposedWithOne, proposedWithAll)).containsOnly(expected);
    }

    @Test
    void aFileThatCannotBeReadToItsEndIsAskedAbout() {
        String file = "raum;wert\n99001001-01;1\n99001001-02;2\n99001001-03;3\n\"99001002-01;4\n" + "x;5\n".repeat(100);

        JsonPath proposal = new JsonPath(Api.as("supplier")
                .multiPart("file", "stand-2023.csv", bytes(file), "text/csv")
                .multiPart("indicators", "rf-people")
                .post("/mappings/proposal")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(proposal.getList("toDecide.code", String.class)).contains("file.quotation-open.detail");
    }

    private static String code(RequestSpecification request, byte[] file) {
        return code(request, "/mappings/proposal", file, null);
    }

    /** Code of the refusal; empty where there is none. */
    private static String code(RequestSpecification request, String path, byte[] file, String mapping) {
        request.multiPart("file", "stand-2023.dat", file, "application/octet-stream");
        if (mapping != null) {
            request.multiPart("mapping", mapping, "application/json");
        }
        Response response = request.post(path);
        assertThat(response.statusCode()).isIn(200, 202, 400, 422);
        return response.statusCode() < 300 ? "" : response.jsonPath().getString("code");
    }

    private static byte[] cube(String size, String values) {
        return bytes("{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[\"raum\",\"jahr\",\"art\"],\"size\":" + size
                + ",\"role\":{\"geo\":[\"raum\"],\"time\":[\"jahr\"]},\"dimension\":{"
                + "\"raum\":{\"category\":{\"index\":[\"99001001-01\"]}},\"jahr\":{\"category\":{\"index\":[\"2023\"]}},"
                + "\"art\":{\"category\":{\"index\":[\"a\",\"b\"]}}},\"value\":" + values + "}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : new LinkedHashMap<>(parts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static byte[] locked() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("geheim");
        try {
            return xls(1);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static byte[] xls(int sheets) throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < sheets; i++) {
                book.createSheet("Blatt " + i).createRow(0).createCell(0).setCellValue("raum");
            }
            book.write(out);
            return out.toByteArray();
        }
    }
}
