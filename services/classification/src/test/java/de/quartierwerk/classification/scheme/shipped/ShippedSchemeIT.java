package de.quartierwerk.classification.scheme.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every scheme that comes with the service can be read, taken over and run. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ShippedSchemeIT {
    /** What may be said of invented numbers. */
    private static final List<Object> OF_THE_NUMBERS =
            List.of("run.class-without-spaces", "run.component-against-index", "run.loading-against-polarity");

    private static final int SPACES = 12;

    @BeforeAll
    static void given() {
        Neighbours.level("shipped-large", 15);
        Neighbours.level("shipped-small", 45);
        var spaces = new ArrayList<>(
                List.of(Neighbours.space("shipped-large", "SH-A"), Neighbours.space("shipped-large", "SH-B")));
        for (int i = 0; i < SPACES; i++) {
            spaces.add(Neighbours.space("shipped-small", i < SPACES / 2 ? "SH-A" : "SH-B", space(i)));
        }
        Neighbours.spaces(spaces);
    }

    private static String space(int i) {
        return String.format("SH-%02d", i);
    }

    @Test
    void theyAreListedForEverybody() {
        JsonPath list = Api.get(null, "/shipped-schemes?limit=4");

        assertThat(list.getList("items.code"))
                .isEqualTo(List.of("berlin-mss-from-2019", "berlin-mss-until-2017", "english-imd-2019", "gisd"));
        assertThat(list.getString("next")).isNotNull();
        assertThat(Api.get(null, "/shipped-schemes?limit=4&cursor=" + list.getString("next"))
                        .getList("items.code"))
                .isEqualTo(
                        List.of("hamburg-sozialmonitoring", "jenks", "muenster-sozialmonitoring", "percent-deviation"));
        Api.as(null).get("/shipped-schemes/nobody").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "berlin-mss-until-2017",
                "berlin-mss-from-2019",
                "hamburg-sozialmonitoring",
                "gisd",
                "english-imd-2019",
                "muenster-sozialmonitoring",
                "staedteregion-aachen-2018",
                "percent-deviation",
                "quantiles",
                "jenks"
            })
    void eachCitesItsSourceIsTakenOverAndRunOnce(String code) {
        JsonPath shipped = Api.get(null, "/shipped-schemes/" + code);
        assertThat(shipped.getString("source")).hasSizeGreaterThan(40);
        assertThat(shipped.getString("documented")).contains("Belegt ").isNotEqualTo(shipped.getString("ours"));
        Map<String, String> indicators = release(code, shipped.getList("indicators"));
        Map<String, String> levels = new HashMap<>();
        List<String> named = shipped.getList("levels.code");
        for (int k = 0; k < named.size(); k++) {
            levels.put(named.get(k), k == 0 ? "shipped-small" : "shipped-large");
        }

        JsonPath stored = Api.as("planner")
                .body(Map.of("code", "own-" + code, "levels", levels, "indicators", indicators))
                .post("/shipped-schemes/" + code + "/adoption")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String run = Api.run(Map.of("scheme", stored.getString("code"), "period", "2020"));

        JsonPath answer = Api.get("planner", "/runs/" + run);
        assertThat(answer.getMap("counts"))
                .isEqualTo(Map.of(
                        "spaces",
                        SPACES,
                        "classified",
                        SPACES,
                        "excluded",
                        0,
                        "unclassified",
                        0,
                        "withheld",
                        0,
                        "withheldAreas",
                        0));
        assertThat(answer.getList("warnings.code")).isSubsetOf(OF_THE_NUMBERS);
        for (Map<String, Object> result : Api.results("planner", run, "")) {
            ((Map<?, ?>) result.get("indices"))
                    .values()
                    .forEach(index ->
                            assertThat(((Map<?, ?>) index).get("value")).isNotNull());
        }
        Api.as("planner")
                .body(Map.of("code", "own-" + code, "levels", levels, "indicators", indicators))
                .post("/shipped-schemes/" + code + "/adoption")
                .then()
                .statusCode(200);
    }

    /** Values of all its indicators for 2017 to 2020; answers their own names. */
    private static Map<String, String> release(String code, List<Map<String, String>> shipped) {
        Random random = new Random(code.hashCode());
        Map<String, String> names = new HashMap<>();
        List<Neighbours.Batch> batches = new ArrayList<>();
        for (Map<String, String> indicator : shipped) {
            String own = code + "." + indicator.get("code");
            names.put(indicator.get("code"), own);
            Neighbours.indicator(own, indicator.get("kind"), indicator.get("polarity"));
            for (int year = 2017; year <= 2020; year++) {
                Neighbours.Batch batch = new Neighbours.Batch(own, year);
                for (int i = 0; i < SPACES; i++) {
                    if (indicator.get("kind").equals("count")) {
                        batch.value(space(i), 1000 + random.nextInt(5000));
                    } else {
                        batch.rate(space(i), 40 + random.nextInt(300), 1000 + random.nextInt(500));
                    }
                }
                batches.add(batch);
            }
        }
        Neighbours.release(batches.toArray(Neighbours.Batch[]::new));
        return names;
    }

    @Test
    void namesThatTheDocumentDoesNotNameAreRefused() {
        JsonPath problem = Api.as("planner")
                .body(Map.of("levels", Map.of("nowhere", "x"), "indicators", Map.of("S9", "x")))
                .post("/shipped-schemes/berlin-mss-until-2017/adoption")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertThat(problem.getString("code")).isEqualTo("scheme.adoption-invalid");
        assertThat(problem.getList("errors.pointer")).isEqualTo(List.of("/levels/nowhere", "/indicators/S9"));
        Api.as("planner-elsewhere")
                .body(Map.of())
                .post("/shipped-schemes/jenks/adoption")
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsMissingInTheCatalogueIsNamed() {
        Api.as("planner")
                .post("/shipped-schemes/english-imd-2019/adoption")
                .then()
                .statusCode(400);
        JsonPath problem = Api.as("planner")
                .contentType("application/json")
                .body(Map.of())
                .post("/shipped-schemes/english-imd-2019/adoption")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertThat(problem.getList("errors.code")).contains("level.unknown", "indicator.unknown");
        assertThat(problem.getList("errors.pointer"))
                .contains("/level", "/indices/0/components/6/indicator")
                .hasSize(8);
    }
}
