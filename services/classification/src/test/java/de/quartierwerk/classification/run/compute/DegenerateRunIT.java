package de.quartierwerk.classification.run.compute;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
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
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Runs over input that no formula was made for: gaps and warnings, and nothing stored or sent that is no number. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class DegenerateRunIT {
    private static final Map<String, Object> CLASSES = Map.of("method", "equal-interval", "count", 3);

    @Inject
    DataSource database;

    @Test
    void nothingThatIsNoNumberIsStoredOrSent() throws SQLException {
        Neighbours.level("deg-area", 40);
        List<String> spaces = List.of("DEG-1", "DEG-2", "DEG-3");
        Neighbours.spaces(spaces.stream()
                .map(space -> Neighbours.space("deg-area", space))
                .toList());
        List<Neighbours.Batch> batches = new ArrayList<>();
        double[][] values = {{5, 5, 5}, {1e90, -1e90, 1}, {0, 0, 1}, {1, 2, 4}};
        List<String> codes = List.of("deg-same", "deg-huge", "deg-zero", "deg-x");
        for (int c = 0; c < codes.size(); c++) {
            Neighbours.indicator(codes.get(c), "mean", "burden");
            for (int year : List.of(2019, 2020)) {
                Neighbours.Batch batch = new Neighbours.Batch(codes.get(c), year);
                for (int i = 0; i < 3; i++) {
                    batch.value(spaces.get(i), values[c][i]);
                }
                batches.add(batch);
            }
        }
        Neighbours.indicator("deg-none", "ratio", "burden");
        Neighbours.release(batches.toArray(Neighbours.Batch[]::new));
        Api.stored(scheme());

        String run = Api.run(Map.of("scheme", "degenerate", "period", "2020"));

        String answer = text("/runs/" + run);
        String results = text("/runs/" + run + "/results");
        assertThat(answer + results + text("/runs/" + run + "/results/DEG-1/explanation"))
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
        JsonPath first = JsonPath.from(results);
        assertThat(first.getString("items[0].indices.same.reason")).isEqualTo("nothing-varies");
        assertThat(first.getString("items[0].indices.none.reason")).isEqualTo("component-missing");
        assertThat(first.getString("items[0].indices.huge.reason")).isEqualTo("not-computable");
        assertThat(first.getString("items[0].indices.divided.reason")).isEqualTo("component-missing");
        assertThat(first.getString("items[0].indices.fine.class")).isEqualTo("1");
        assertThat(JsonPath.from(answer).getList("warnings.code"))
                .contains("run.component-left-out", "run.component-without-values");
        assertThat(JsonPath.from(answer).getList("warnings.findAll { it.code == 'run.class-without-spaces' }.subject"))
                .containsExactly("huge: 2", "huge: 3", "divided: 2", "divided: 3", "fine: 2");
        assertThat(
                        JsonPath.from(answer)
                                .getList(
                                        "warnings.findAll { it.code != 'run.component-left-out' && it.code != 'run.class-without-spaces' }.subject"))
                .containsExactly("none: deg-none", "half: deg-none", "without: deg-none", "bare: deg-x");
        assertThat(JsonPath.from(answer).getList("warnings.code"))
                .contains("run.need-without-values", "run.need-without-counts");
        assertThat(notNumbers()).isZero();
    }

    private static Map<String, Object> scheme() {
        Map<String, Object> huge = plain("deg-huge");
        huge.put("weight", 1e70);
        Map<String, Object> divided = plain("deg-zero");
        divided.put("measure", "percent-change");
        divided.put("lag", 1);
        Map<String, Object> hugeIndex = SchemeDocuments.index("huge", List.of(huge), CLASSES);
        hugeIndex.put("restandardise", "none");
        hugeIndex.put("combine", "weighted-sum");
        Map<String, Object> dividedIndex = SchemeDocuments.index("divided", List.of(divided), CLASSES);
        dividedIndex.put("restandardise", "none");
        Map<String, Object> scheme = SchemeDocuments.scheme(
                "degenerate",
                "deg-area",
                List.of(
                        SchemeDocuments.index("same", SchemeDocuments.components("deg-same"), CLASSES),
                        SchemeDocuments.index("none", SchemeDocuments.components("deg-none"), CLASSES),
                        SchemeDocuments.index("half", SchemeDocuments.components("deg-x", "deg-none"), CLASSES),
                        hugeIndex,
                        dividedIndex,
                        SchemeDocuments.index("fine", SchemeDocuments.components("deg-x"), CLASSES)));
        scheme.put(
                "needs",
                List.of(
                        SchemeDocuments.need("without", SchemeDocuments.figure("deg-none", "value", "all", ">", 1)),
                        SchemeDocuments.need(
                                "bare", SchemeDocuments.figure("deg-x", "deviation-percent", "all", ">", 1)),
                        SchemeDocuments.need("well", SchemeDocuments.figure("deg-x", "value", "all", ">", 1))));
        return scheme;
    }

    private static Map<String, Object> plain(String indicator) {
        Map<String, Object> component = SchemeDocuments.component(indicator);
        component.put("standardise", "none");
        return component;
    }

    private static String text(String path) {
        return Api.as("planner").get(path).then().statusCode(200).extract().asString();
    }

    /** Stored results with a raw value or value that is no finite number. */
    private long notNumbers() throws SQLException {
        String odd = "('NaN'::float8, 'Infinity'::float8, '-Infinity'::float8)";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "select count(*) from result, unnest(raw || value) as number where number in " + odd)) {
            count.next();
            return count.getLong(1);
        }
    }
}
