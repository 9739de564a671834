package de.quartierwerk.classification.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SimulationIT {
    private static final int SPACES = 20;

    @Inject
    DataSource database;

    @BeforeAll
    static void given() {
        Neighbours.level("sim-city", 15);
        Neighbours.level("sim-space", 45);
        List<SocialSpace> spaces =
                new ArrayList<>(List.of(Neighbours.space("sim-city", "SIM-A"), Neighbours.space("sim-city", "SIM-B")));
        for (int i = 0; i < SPACES; i++) {
            spaces.add(Neighbours.space("sim-space", i < 8 ? "SIM-A" : "SIM-B", space(i)));
        }
        Neighbours.spaces(spaces);
        Random random = new Random(9);
        List<Neighbours.Batch> batches = new ArrayList<>();
        for (String code : List.of("sim-x", "sim-y", "sim-people")) {
            Neighbours.indicator(code, "ratio", "burden");
            for (int year : List.of(2018, 2020)) {
                Neighbours.Batch batch = new Neighbours.Batch(code, year);
                for (int i = 0; i < SPACES; i++) {
                    if (i != 5 || !code.equals("sim-y")) {
                        batch.rate(space(i), 1 + random.nextInt(200), 500 + random.nextInt(500));
                    }
                }
                batches.add(batch);
            }
        }
        Neighbours.release(batches.toArray(Neighbours.Batch[]::new));
    }

    private static String space(int i) {
        return String.format("SIM-%02d", i);
    }

    private static Map<String, Object> scheme(String code) {
        Map<String, Object> status = SchemeDocuments.index(
                "status",
                SchemeDocuments.components("sim-x", "sim-y"),
                SchemeDocuments.breaks(List.of(-0.5, 0.5), List.of("1", "2", "3"), List.of("a", "b", "c")));
        status.put("rollUp", Map.of("level", "sim-city", "weight", "sim-people", "restandardise", "min-max"));
        Map<String, Object> change = SchemeDocuments.component("sim-x");
        change.remove("indicator");
        change.put("index", "status");
        change.put("measure", "change");
        change.put("lag", 2);
        Map<String, Object> dynamics = SchemeDocuments.index(
                "dynamics", List.of(change), Map.of("method", "k-means", "codes", List.of("+", "-")));
        Map<String, Object> scheme = SchemeDocuments.scheme(code, "sim-space", List.of(status, dynamics));
        scheme.put("groups", Map.of("of", List.of("status", "dynamics")));
        scheme.put("universe", Map.of("minimum", Map.of("indicator", "sim-people", "value", 1)));
        scheme.put(
                "needs",
                List.of(SchemeDocuments.need(
                        "HF1", SchemeDocuments.figure("sim-x", "deviation-percent", "sim-city", ">=", 10))));
        return scheme;
    }

    @Test
    void aSimulationGivesTheAnswersOfARunAndLeavesNoTrace() throws SQLException {
        Map<String, Object> left = Map.of("space", space(3), "reason", "Gewerbegebiet");
        Api.stored(scheme("simulated"));
        String run = Api.run(Map.of("scheme", "simulated", "period", "2020", "exclusions", List.of(left)));
        JsonPath real = Api.get("planner", "/runs/" + run);
        Map<String, Long> before = rows();

        JsonPath simulated = Api.as("municipal-planner")
                .body(Map.of("scheme", scheme("never-stored"), "period", "2020", "exclusions", List.of(left)))
                .post("/simulations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(rows()).isEqualTo(before);
        for (String field : List.of("counts", "needs", "spacesInNeed", "warnings", "inputs", "level", "period")) {
            assertThat(simulated.<Object>get(field)).as(field).isEqualTo(real.get(field));
        }
        assertThat(simulated.getInt("counts.unclassified")).isEqualTo(1);
        assertThat(simulated.getList("results")).isEqualTo(items("/runs/" + run + "/results"));
        List<Object> larger = items("/runs/" + run + "/results?level=sim-city");
        assertThat(simulated.getList("larger.'sim-city'")).hasSize(2).isEqualTo(larger);
        assertThat(larger.toString()).contains("value=0.0").contains("value=1.0");
    }

    private static List<Object> items(String path) {
        return Api.as("planner").get(path).then().extract().jsonPath().getList("items");
    }

    /** Number of rows of every table. */
    private Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = current_schema()")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        }
        return rows;
    }
}
