package de.quartierwerk.ingestion.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Berlin's monitoring, three editions one after the other: the warnings that stay, of which each is about a real change
 * of the figures. The edition of 2019 is not among the data.
 */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class BerlinMonitoringIT {
    private static final List<String> COLUMNS = List.of("s1", "s2", "s3", "s4", "d1", "d2", "d3", "d4");
    private static final int MOST_WARNINGS = 60;

    /**
     * How often each warning is told of each column: single areas that changed far more than the others, and once for
     * each column of changes, which are below zero, that shares cannot be.
     */
    private static final Map<String, List<String>> WARNINGS = Map.of(
            "2013", impossible(List.of()),
            "2015", impossible(List.of("d1 4", "d2 3", "d3 6", "d4 4", "s1 2", "s2 4", "s3 6", "s4 14")),
            "2017", impossible(List.of("d1 6", "d2 1", "d3 4", "d4 2", "s1 3", "s2 8", "s3 16", "s4 10")));

    @Test
    void theWarningsThatStayAreFew() throws IOException {
        Map<String, List<String>> told = new LinkedHashMap<>();
        for (String year : List.of("2013", "2015", "2017")) {
            List<String> lines = Files.readAllLines(file(year));
            tellOfSpaces(lines);
            List<String> columns = used(lines);
            columns.forEach(column -> Api.indicator("monitoring-" + column, "ratio", "percent"));

            JsonPath checked = Api.check(
                    "steward", "mss.csv", keyed(lines).getBytes(StandardCharsets.UTF_8), mapping(columns, year));

            assertThat(checked.getInt("counts.warnings")).as(year).isLessThanOrEqualTo(MOST_WARNINGS);
            told.put(year, warnings(checked.getString("id")));
            answerRelations(checked.getString("id"));
            Api.approve(checked.getString("id"));
        }

        assertThat(told).isEqualTo(WARNINGS);
    }

    private static List<String> impossible(List<String> changed) {
        return Stream.concat(
                        changed.stream().map(column -> "value.changed-much " + column),
                        Stream.of("d1", "d2", "d3", "d4")
                                .map(column -> "value.share-impossible-column " + column + " 1"))
                .toList();
    }

    private static List<String> warnings(String id) {
        JsonPath found = Api.as("steward")
                .get("/submissions/" + id + "/findings?severity=warning&limit=1000")
                .jsonPath();
        Map<String, Integer> told = new TreeMap<>();
        found.<Map<String, Object>>getList("items")
                .forEach(finding -> told.merge(finding.get("code") + " " + finding.get("column"), 1, Integer::sum));
        return told.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    /** Answers the warnings for which a release waits. */
    private static void answerRelations(String id) {
        for (String code : List.of("relation.sum", "relation.same-figure", "relation.share-of")) {
            if (!Api.as("steward")
                    .get("/submissions/" + id + "/findings?code=" + code)
                    .jsonPath()
                    .getList("items")
                    .isEmpty()) {
                Api.as("steward")
                        .contentType("application/json")
                        .body(Map.of("code", code, "reason", "Die Zahlen sind veröffentlicht."))
                        .post("/submissions/" + id + "/answers")
                        .then()
                        .statusCode(200);
            }
        }
    }

    /** The columns that hold anything, with those of the changes beside them. */
    private static List<String> used(List<String> lines) {
        List<String> header = List.of(lines.get(0).split(",", -1));
        return COLUMNS.stream()
                .filter(column -> lines.stream()
                        .skip(1)
                        .map(line -> line.split(",", -1)[header.indexOf("s" + column.charAt(1))])
                        .anyMatch(cell -> !cell.isEmpty() && !cell.equals("0")))
                .toList();
    }

    private static String keyed(List<String> lines) {
        return Stream.concat(Stream.of(lines.get(0)), lines.stream().skip(1).map(line -> "monitoring-" + line))
                .reduce("", (text, line) -> text + line + "\n");
    }

    private static String mapping(List<String> columns, String year) {
        List<String> meanings = new ArrayList<>();
        columns.forEach(column -> meanings.add("\"%s\":{\"indicator\":\"monitoring-%s\"}".formatted(column, column)));
        return """
                {"layout":"wide","level":"monitoring-area","spaceColumn":"plr_id","period":"%s","columns":{%s},
                 "rows":{"where":{"column":"in_index","equals":"1"}},"delimiter":",","decimal":"."}""".formatted(year, String.join(",", meanings));
    }

    private static void tellOfSpaces(List<String> lines) {
        Region.level("monitoring-area", 340);
        List<SocialSpace> spaces = lines.stream()
                .skip(1)
                .map(line -> "monitoring-" + line.split(",", -1)[0])
                .map(key -> Region.space(key, "Area " + key, "monitoring-area", null, List.of(key)))
                .toList();
        Region.tell(spaces);
    }

    /** The file; without it the test is skipped, or fails on the build server. */
    private static Path file(String year) {
        Path file = Path.of(
                System.getProperty("quartierwerk.data", "../../../shared/data"), "berlin-mss/mss_" + year + ".csv");
        if (!Files.exists(file) && "true".equals(System.getenv("CI"))) {
            fail("Real data missing: " + file.toAbsolutePath());
        }
        assumeTrue(Files.exists(file), () -> "Real data missing: " + file.toAbsolutePath());
        return file;
    }
}
