package de.quartierwerk.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens without a caller waiting for it, and how quality is told. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class AutomaticTest {
    private static final Map<String, Object> CLASSES =
            Documents.breaks(List.of(0), List.of("1", "2"), List.of("low", "high"));

    @Test
    void releasesThatArriveTogetherStartOneRunWhenEveryIndicatorHasAValue() {
        Neighbours.level("auto-area", 40);
        Neighbours.indicator("auto-x", "ratio", "burden");
        Neighbours.indicator("auto-y", "ratio", "burden");
        Neighbours.spaces(List.of(Neighbours.space("auto-area", "auto-1"), Neighbours.space("auto-area", "auto-2")));
        Map<String, Object> scheme = Documents.scheme(
                "auto", "auto-area", List.of(Documents.index("i", Documents.components("auto-x", "auto-y"), CLASSES)));
        scheme.put("automatic", true);
        Api.stored(scheme);

        Neighbours.release(
                new Neighbours.Batch("auto-x", 2020).value("auto-1", 1).value("auto-2", 2));
        Neighbours.release(
                new Neighbours.Batch("auto-x", 2021).value("auto-1", 1).value("auto-2", 2));
        UUID last = Neighbours.release(
                new Neighbours.Batch("auto-y", 2020).value("auto-1", 1).value("auto-2", 3));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonPath runs = Api.get("planner", "/runs?scheme=auto&state=COMPLETED");
            assertThat(runs.getList("items.period")).isEqualTo(List.of("2020"));
            assertThat(runs.getBoolean("items[0].automatic")).isTrue();
            assertThat(runs.getList("items[0].inputs")).contains(last.toString());
            assertThat(runs.getInt("items[0].counts.classified")).isEqualTo(2);
        });
    }

    @Test
    void robustnessAndComparisonSayWhatDependsAndWhatMoved() {
        Neighbours.level("quality-area", 40);
        Neighbours.indicator("quality-x", "ratio", "burden");
        Neighbours.indicator("quality-y", "ratio", "burden");
        Neighbours.spaces(List.of(
                Neighbours.space("quality-area", "q-1"),
                Neighbours.space("quality-area", "q-2"),
                Neighbours.space("quality-area", "q-3")));
        Api.stored(Documents.scheme(
                "quality",
                "quality-area",
                List.of(Documents.index("i", Documents.components("quality-x", "quality-y"), CLASSES))));
        release(2020, 1, 2, 9);
        release(2021, 9, 2, 1);
        String before = Api.run(Map.of("scheme", "quality", "period", "2020"));
        String now = Api.run(Map.of("scheme", "quality", "period", "2021"));

        JsonPath comparison = Api.get("planner", "/runs/" + now + "/comparison?with=" + before);
        JsonPath robustness = Api.get("planner", "/runs/" + now + "/robustness");

        assertThat(comparison.getInt("indices[0].compared")).isEqualTo(3);
        assertThat(comparison.getInt("indices[0].up")).isEqualTo(1);
        assertThat(comparison.getInt("indices[0].down")).isEqualTo(1);
        assertThat(comparison.getMap("indices[0].transitions"))
                .isEqualTo(Map.of("1", Map.of("1", 1, "2", 1), "2", Map.of("1", 1)));
        assertThat(comparison.getBoolean("causes.values")).isTrue();
        assertThat(comparison.getBoolean("causes.scheme")).isFalse();
        assertThat(robustness.getList("indices[0].leaveOneOut.component")).isEqualTo(List.of("quality-x", "quality-y"));
        assertThat(robustness.getList("indices[0].leaveOneOut.changed")).isEqualTo(List.of(0, 0));
        assertThat(robustness.getDouble("indices[0].stablePercent")).isEqualTo(100.0);
        Api.as("planner").get("/runs/" + now + "/comparison").then().statusCode(400);
        Api.as("planner")
                .get("/runs/" + now + "/comparison?with=" + UUID.randomUUID())
                .then()
                .statusCode(404);
        String stream = Api.as("planner")
                .accept("text/event-stream")
                .get("/runs/" + now + "/events")
                .asString();
        assertThat(stream).startsWith("data:").contains("\"COMPLETED\"");
        Api.as("supplier")
                .accept("text/event-stream")
                .get("/runs/" + now + "/events")
                .then()
                .statusCode(404);
    }

    private static void release(int year, double first, double second, double third) {
        Neighbours.release(
                new Neighbours.Batch("quality-x", year)
                        .value("q-1", first)
                        .value("q-2", second)
                        .value("q-3", third),
                new Neighbours.Batch("quality-y", year)
                        .value("q-1", first)
                        .value("q-2", second)
                        .value("q-3", third));
    }

    @Test
    void rolledUpResultsAreThereForTheLargerLevel() {
        Neighbours.level("municipality", 20);
        Neighbours.level("roll-area", 40);
        Neighbours.indicator("roll-x", "ratio", "burden");
        Neighbours.indicator("roll-people", "count", "neutral");
        Neighbours.spaces(List.of(
                Neighbours.space("municipality", "RU"),
                Neighbours.space("municipality", "RV"),
                Neighbours.space("roll-area", "RU", "RU-1"),
                Neighbours.space("roll-area", "RU", "RU-2"),
                Neighbours.space("roll-area", "RV", "RV-1")));
        Neighbours.release(
                new Neighbours.Batch("roll-x", 2020)
                        .value("RU-1", 1)
                        .value("RU-2", 5)
                        .value("RV-1", 9),
                new Neighbours.Batch("roll-people", 2020)
                        .value("RU-1", 300)
                        .value("RU-2", 100)
                        .value("RV-1", 50));
        Map<String, Object> index = Documents.index("i", Documents.components("roll-x"), CLASSES);
        index.put("restandardise", "none");
        index.put("rollUp", Map.of("level", "municipality", "weight", "roll-people", "restandardise", "min-max"));
        Api.stored(Documents.scheme("roll", "roll-area", List.of(index)));

        String run = Api.run(Map.of("scheme", "roll", "period", "2020"));

        JsonPath page = Api.get("planner", "/runs/" + run + "/results?level=municipality");
        assertThat(page.getList("items.space")).isEqualTo(List.of("RU", "RV"));
        assertThat(page.getDouble("items[0].indices.i.value")).isZero();
        assertThat(page.getDouble("items[1].indices.i.value")).isEqualTo(1.0);
        assertThat(page.getString("items[1].indices.i.class")).isEqualTo("2");
        assertThat(Api.as("planner")
                        .accept("text/csv")
                        .get("/runs/" + run + "/results?level=municipality")
                        .asString())
                .startsWith("space;excluded;i.raw;i.value;i.class;group;needs");
        Api.as("planner").get("/runs/" + run + "/results?level=district").then().statusCode(400);
    }
}
