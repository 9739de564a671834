package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Berlin's Monitoring Soziale Stadtentwicklung recomputed from the published shares: every z value and index to 1e-4,
 * every class and group. Standardised by the sample deviation instead, exactly one area of 2013 gets another class.
 */
@Order(2)
@ExtendWith(PlatformExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BerlinIT {

    private static final double TOLERANCE = 1e-4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlatformClient client;

    BerlinIT(Acceptance acceptance) {
        this.client = acceptance.client();
    }

    @BeforeEach
    void requireData() {
        Acceptance.realData("berlin-mss/mss_2013.csv");
    }

    @Test
    @Order(1)
    void districtsAndRegions_areImportedWithParents() throws IOException {
        level("district", "Bezirk", 10);
        level("district-region", "Bezirksregion", 30);
        level("planning-area", "Planungsraum", 40);
        assertThat(imported("districts.geojson", "district", null)
                        .at("/counts/created")
                        .asInt())
                .isEqualTo(12);
        assertThat(imported("district-regions-2020.geojson", "district-region", 2)
                        .at("/counts/created")
                        .asInt())
                .isEqualTo(138);
    }

    @Test
    @Order(2)
    void planningAreas_keepTheGoodAndReportTheDuplicate() throws IOException {
        // When
        JsonNode done = imported("planning-areas-2020.geojson", "planning-area", 6);
        // Then
        assertThat(done.get("counts").toString())
                .isEqualTo("{\"received\":448,\"created\":447,\"updated\":0,\"unchanged\":0,\"rejected\":1}");
        assertThat(done.get("findings")).hasSize(2);
        assertThat(done.at("/findings/0/code").asText()).isEqualTo("outside-parent");
        JsonNode finding = done.get("findings").get(1);
        assertThat(finding.get("row").asInt()).isEqualTo(124);
        assertThat(finding.get("key").asText()).isEqualTo("06010102");
        assertThat(finding.get("code").asText()).isEqualTo("duplicate-key");
        assertThat(finding.get("severity").asText()).isEqualTo("error");
        assertThat(finding.get("message").asText()).contains("124: 13.29", "→ 040304", "205: 13.3", "→ 060101");
        assertThat(read("/registry/v1/spaces/locate?level=planning-area&lon=13.3203&lat=52.4597")
                        .get("key")
                        .asText())
                .isEqualTo("06010102");
        assertThat(imported("planning-areas-2020.geojson", "planning-area", 6)
                        .at("/counts/unchanged")
                        .asInt())
                .isEqualTo(447);
    }

    @Test
    @Order(3)
    void areaWithoutBoundary_isAddedFromCsv() {
        // Given
        ObjectNode options =
                JSON.createObjectNode().put("level", "planning-area").put("validFrom", "2006-01-01");
        String csv = "key;name;parent\n04030417;Ohne Grenze;040304\n";
        // When
        JsonNode done = client.upload(
                        "/registry/v1/imports", "planner", "area.csv", BodyPublishers.ofString(csv), "options", options)
                .orFail()
                .json();
        // Then
        assertThat(done.at("/counts/created").asInt()).isEqualTo(1);
        assertThat(read("/registry/v1/spaces/04030417").get("parent").asText()).isEqualTo("040304");
        JsonNode gap =
                read("/registry/v1/quality?level=planning-area&from=1000").at("/items/0");
        assertThat(gap.get("parent").asText()).isEqualTo("040304");
        assertThat(gap.at("/proposal/key").asText()).isEqualTo("04030417");
        assertThat(gap.get("areaSquareMetres").asDouble()).isCloseTo(562_770, within(5_628.0));
    }

    @ParameterizedTest
    @CsvSource({"2013,434", "2015,435", "2017,436"})
    @Order(4)
    void edition_isRecomputedToTheLastClass(String year, int areas) throws IOException {
        // Given
        List<Map<String, String>> rows = rows(year);
        List<String> status = status(rows);
        released(year, status);
        // When
        String run = run(scheme("mss-" + year, status, "z-population"), year, rows);
        // Then
        JsonNode done =
                client.get("/classification/v1/runs/" + run, "planner").orFail().json();
        assertThat(done.at("/counts/classified").asInt()).isEqualTo(areas);
        assertThat(done.get("basis").asText()).isEqualTo("exact");
        Map<String, JsonNode> results = results(run);
        int compared = 0;
        for (Map<String, String> row : rows) {
            JsonNode result = results.get(row.get("plr_id"));
            if (!row.get("in_index").equals("1")) {
                assertThat(result == null || result.path("excluded").isTextual())
                        .isTrue();
                continue;
            }
            compared++;
            assertThat(group(result)).as(row.get("plr_id")).isEqualTo(published(row));
            close(result.at("/indices/status/value"), row.get("pub_status_index"), row);
            close(result.at("/indices/status/raw"), row.get("pub_status_sum"), row);
        }
        assertThat(compared).isEqualTo(areas);
        standardisedValues(run, rows, status);
    }

    /** Every standardised value of every area agrees with the published one. */
    private void standardisedValues(String run, List<Map<String, String>> rows, List<String> status) {
        for (Map<String, String> row : rows) {
            if (!row.get("in_index").equals("1")) {
                continue;
            }
            JsonNode indices = client.get(
                            "/classification/v1/runs/" + run + "/results/" + row.get("plr_id") + "/explanation",
                            "steward")
                    .orFail()
                    .json()
                    .get("indices");
            for (int i = 0; i < status.size(); i++) {
                JsonNode component = indices.get(0).get("components").get(i);
                assertThat(component.get("indicator").asText())
                        .isEqualTo(status.get(i).toUpperCase(java.util.Locale.ROOT));
                close(component.get("standardised"), row.get("pub_z" + status.get(i)), row);
            }
            close(indices.get(1).get("components").get(0).get("standardised"), row.get("pub_zd1"), row);
        }
    }

    @Test
    @Order(5)
    void sampleDeviation_changesExactlyOneAreaOf2013() throws IOException {
        // Given
        List<Map<String, String>> rows = rows("2013");
        // When
        String run = run(scheme("mss-2013-sample", status(rows), "z-sample"), "2013", rows);
        // Then
        Map<String, JsonNode> results = results(run);
        List<String> different = new ArrayList<>();
        for (Map<String, String> row : rows) {
            if (row.get("in_index").equals("1")
                    && !group(results.get(row.get("plr_id"))).equals(published(row))) {
                different.add(row.get("plr_id"));
            }
        }
        assertThat(different).containsExactly("12214422");
    }

    @Test
    @Order(6)
    void sameFileAgain_isAllUnchanged() throws IOException {
        // Given
        List<String> status = status(rows("2013"));
        // When
        JsonNode again = released("2013", status);
        // Then
        assertThat(again.at("/counts/unchanged").asInt())
                .isEqualTo(again.at("/counts/values").asInt());
        assertThat(again.at("/counts/created").asInt()).isZero();
    }

    private void level(String code, String name, int rank) {
        String path = "/registry/v1/levels/" + code;
        if (client.get(path, "planner").status() != 200) {
            client.put(
                            path,
                            "planner",
                            JSON.createObjectNode().put("name", name).put("rank", rank))
                    .orFail();
        }
    }

    private JsonNode read(String path) {
        return client.get(path, null).orFail().json();
    }

    private JsonNode imported(String name, String level, Integer prefix) throws IOException {
        Path file = Acceptance.realData("berlin-lor/" + name);
        ObjectNode options = JSON.createObjectNode()
                .put("level", level)
                .put("keyProperty", "id")
                .put("nameProperty", "name")
                .put("validFrom", "2006-01-01")
                .put("crs", "EPSG:4326")
                .put("atomic", false)
                .put("dryRun", false);
        if (prefix != null) {
            options.putObject("parent").put("prefixOfKey", prefix);
        }
        Answer answer = client.upload("/registry/v1/imports", "planner", file, "options", options)
                .orFail();
        return answer.status() == 200
                ? answer.json()
                : client.await(
                        "/registry/v1/imports/" + answer.json().get("id").asText(),
                        "planner",
                        Set.of("COMPLETED", "FAILED"),
                        Duration.ofMinutes(5));
    }

    private static List<Map<String, String>> rows(String year) throws IOException {
        return Table.read(Acceptance.realData("berlin-mss/mss_" + year + ".csv"), ',');
    }

    /** The status indicators of an edition: the second one ended in 2017. */
    private static List<String> status(List<Map<String, String>> rows) {
        return List.of("s1", "s2", "s3", "s4").stream()
                .filter(column -> rows.stream()
                        .anyMatch(row -> row.get("in_index").equals("1")
                                && !List.of("", "0").contains(row.get(column))))
                .toList();
    }

    /** Submits an edition with the mapping of the API's description, approves it, and waits for its release. */
    private JsonNode released(String year, List<String> status) {
        ObjectNode columns = JSON.createObjectNode();
        for (String column : status) {
            for (String each : List.of(column, column.replace('s', 'd'))) {
                String code = each.toUpperCase(java.util.Locale.ROOT);
                indicator(code, "ratio", "percent");
                columns.putObject(each).put("indicator", code);
            }
        }
        indicator("POP", "count", "persons");
        columns.putObject("inhabitants").put("indicator", "POP");
        ObjectNode mapping = JSON.createObjectNode()
                .put("layout", "wide")
                .put("level", "planning-area")
                .put("spaceColumn", "plr_id")
                .put("period", year)
                // the Senate has published these shares itself; one of them tells two cases beside its inhabitants
                .put("controlledAtSource", true)
                .put("atomic", false)
                .put("delimiter", ",")
                .put("decimal", ".")
                .put("charset", "UTF-8");
        mapping.set("columns", columns);
        mapping.putObject("rows").putObject("where").put("column", "in_index").put("equals", "1");
        Path file = Acceptance.realData("berlin-mss/mss_" + year + ".csv");
        return Flow.release(client, file, mapping);
    }

    private void indicator(String code, String kind, String unit) {
        ObjectNode body = JSON.createObjectNode()
                .put("name", code)
                .put("unit", unit)
                .put("kind", kind)
                .put("polarity", kind.equals("ratio") ? "burden" : "neutral")
                .put("source", "Senat von Berlin")
                .put("licence", "CC BY 4.0")
                .put("periodicity", "P1Y");
        client.put("/ingestion/v1/indicators/" + code, "steward", body).orFail();
    }

    private static ObjectNode scheme(String code, List<String> status, String standardise) {
        ObjectNode scheme = JSON.createObjectNode()
                .put("code", code)
                .put("title", "Monitoring Soziale Stadtentwicklung")
                .put("description", "Status und Dynamik der Planungsräume")
                .put("source", "Senat von Berlin")
                .put("level", "planning-area")
                .put("automatic", false);
        var indices = scheme.putArray("indices");
        index(indices.addObject(), "status", status, standardise, List.of(-1.0, 1.0, 1.5), List.of("1", "2", "3", "4"));
        List<String> dynamics =
                status.stream().map(column -> column.replace('s', 'd')).toList();
        index(indices.addObject(), "dynamics", dynamics, standardise, List.of(-1.0, 1.0), List.of("+", "+/-", "-"));
        scheme.putObject("groups").putArray("of").add("status").add("dynamics");
        return scheme;
    }

    private static void index(
            ObjectNode index,
            String code,
            List<String> columns,
            String standardise,
            List<Double> breaks,
            List<String> codes) {
        index.put("code", code).put("title", code);
        var components = index.putArray("components");
        for (String column : columns) {
            components
                    .addObject()
                    .put("indicator", column.toUpperCase(java.util.Locale.ROOT))
                    .put("measure", "value")
                    .put("transform", "none")
                    .put("polarity", "burden")
                    .put("standardise", standardise)
                    .put("weight", 1);
        }
        index.put("combine", "sum").put("missing", "exclude-space").put("restandardise", standardise);
        ObjectNode classes = index.putObject("classes").put("method", "breaks").put("closed", "right");
        var breakValues = classes.putArray("breaks");
        breaks.forEach(breakValues::add);
        var codeValues = classes.putArray("codes");
        codes.forEach(codeValues::add);
        var labels = classes.putArray("labels");
        codes.forEach(labels::add);
    }

    private String run(ObjectNode scheme, String year, List<Map<String, String>> rows) {
        String code = scheme.get("code").asText();
        Flow.approveScheme(client, scheme);
        ObjectNode body = JSON.createObjectNode().put("scheme", code).put("period", year);
        var exclusions = body.putArray("exclusions");
        rows.stream()
                .filter(row -> !row.get("in_index").equals("1"))
                .forEach(row -> exclusions
                        .addObject()
                        .put("space", row.get("plr_id"))
                        .put("reason", "left out by the publisher"));
        return Flow.run(client, body).get("id").asText();
    }

    private Map<String, JsonNode> results(String run) {
        Map<String, JsonNode> results = new HashMap<>();
        client.items("/classification/v1/runs/" + run + "/results", "steward")
                .forEach(result -> results.put(result.get("space").asText(), result));
        return results;
    }

    private static String group(JsonNode result) {
        return result.at("/indices/status/class").asText() + " "
                + result.at("/indices/dynamics/class").asText() + " "
                + result.get("group").asText();
    }

    private static String published(Map<String, String> row) {
        String status = row.get("pub_status_class");
        String dynamics = row.get("pub_dynamic_class");
        return status + " " + dynamics + " " + status + dynamics;
    }

    private static void close(JsonNode found, String published, Map<String, String> row) {
        if (!published.isEmpty()) {
            assertThat(found.asDouble(Double.NaN))
                    .as(row.get("plr_id"))
                    .isCloseTo(Double.parseDouble(published), org.assertj.core.data.Offset.offset(TOLERANCE));
        }
    }
}
