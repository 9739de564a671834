package de.quartierwerk.classification.run.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
import de.quartierwerk.classification.method.RealData;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.servers.QuartierwerkServers;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Berlin's monitoring of 2013 through the API: every class and group of every area agrees with the published one. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class BerlinRunIT {
    private static final List<String> STATUS = List.of("s1", "s2", "s3", "s4");
    private static final List<String> DYNAMICS = List.of("d1", "d2", "d3", "d4");

    @Test
    void agreesWithThePublishedEdition() throws IOException {
        List<NamedCsvRecord> rows = rows();
        given(rows);
        Api.stored(scheme());

        String run = Api.run(Map.of("scheme", "berlin-mss", "period", "2013", "exclusions", exclusions(rows)));

        JsonPath answer = Api.get("planner", "/runs/" + run);
        assertThat(answer.getString("basis")).isEqualTo("public");
        assertThat(answer.getString("standing")).isEqualTo("preliminary");
        assertThat(answer.getMap("counts"))
                .isEqualTo(Map.of(
                        "spaces",
                        447,
                        "classified",
                        434,
                        "excluded",
                        13,
                        "unclassified",
                        0,
                        "withheld",
                        0,
                        "withheldAreas",
                        0));
        Map<String, Map<String, Object>> found = new HashMap<>();
        Api.results("planner", run, "").forEach(result -> found.put((String) result.get("space"), result));
        for (NamedCsvRecord row : rows) {
            compare(row, found.get("B" + row.getField("plr_id")));
        }
        String csv = Api.as("planner")
                .accept("text/csv")
                .get("/runs/" + run + "/results")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.lines())
                .hasSize(448)
                .first()
                .isEqualTo("space;excluded;status.raw;status.value;status.class;dynamics.raw;dynamics.value;"
                        + "dynamics.class;group;needs");
    }

    private static void compare(NamedCsvRecord row, Map<String, Object> result) {
        if (!row.getField("in_index").equals("1")) {
            assertThat(result.get("excluded")).isEqualTo("left out by the publisher");
            return;
        }
        assertThat(result.get("group")).isEqualTo(row.getField("pub_status_class") + row.getField("pub_dynamic_class"));
        if (!row.getField("pub_status_index").isEmpty()) {
            Map<?, ?> status = (Map<?, ?>) ((Map<?, ?>) result.get("indices")).get("status");
            assertThat(((Number) status.get("value")).doubleValue())
                    .isCloseTo(Double.parseDouble(row.getField("pub_status_index")), within(1e-4));
        }
    }

    private static void given(List<NamedCsvRecord> rows) {
        Neighbours.level("berlin-area", 40);
        List<SocialSpace> spaces = new ArrayList<>();
        rows.forEach(row -> spaces.add(Neighbours.space("berlin-area", "B" + row.getField("plr_id"))));
        Neighbours.spaces(spaces);
        List<Neighbours.Batch> batches = new ArrayList<>();
        for (String name : names()) {
            Neighbours.indicator("berlin-" + name, "ratio", "burden");
            Neighbours.Batch batch = new Neighbours.Batch("berlin-" + name, 2013);
            for (NamedCsvRecord row : rows) {
                if (row.getField("in_index").equals("1")) {
                    batch.value("B" + row.getField("plr_id"), Double.parseDouble(row.getField(name)));
                }
            }
            batches.add(batch);
        }
        Neighbours.release(batches.toArray(Neighbours.Batch[]::new));
    }

    private static Map<String, Object> scheme() {
        Map<String, Object> scheme = SchemeDocuments.scheme(
                "berlin-mss",
                "berlin-area",
                List.of(
                        SchemeDocuments.index(
                                "status",
                                SchemeDocuments.components(prefixed(STATUS)),
                                SchemeDocuments.breaks(
                                        List.of(-1, 1, 1.5),
                                        List.of("1", "2", "3", "4"),
                                        List.of("hoch", "mittel", "niedrig", "sehr niedrig"))),
                        SchemeDocuments.index(
                                "dynamics",
                                SchemeDocuments.components(prefixed(DYNAMICS)),
                                SchemeDocuments.breaks(
                                        List.of(-1, 1),
                                        List.of("+", "+/-", "-"),
                                        List.of("positiv", "stabil", "negativ")))));
        scheme.put("groups", Map.of("of", List.of("status", "dynamics")));
        return scheme;
    }

    private static List<Map<String, String>> exclusions(List<NamedCsvRecord> rows) {
        return rows.stream()
                .filter(row -> !row.getField("in_index").equals("1"))
                .map(row -> Map.of("space", "B" + row.getField("plr_id"), "reason", "left out by the publisher"))
                .toList();
    }

    private static String[] prefixed(List<String> names) {
        return names.stream().map(name -> "berlin-" + name).toArray(String[]::new);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(STATUS);
        names.addAll(DYNAMICS);
        return names;
    }

    private static List<NamedCsvRecord> rows() throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(RealData.file("berlin-mss/mss_2013.csv"))) {
            return reader.stream().toList();
        }
    }
}
