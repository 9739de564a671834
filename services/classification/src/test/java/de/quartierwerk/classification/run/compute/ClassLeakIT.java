package de.quartierwerk.classification.run.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Database;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Classes and needs that would tell a suppressed count are withheld. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ClassLeakIT {
    private static final String[] SPACES = {"L-a", "L-b", "L-c", "L-d", "L-e", "L-f", "L-g", "L-h"};
    private static final int[] COUNTS = {2, 5, 40, 60, 10, 11, 12, 30};
    private static boolean prepared;

    @Inject
    Database database;

    @Inject
    DataSource connections;

    @BeforeEach
    void given() {
        if (!prepared) {
            Neighbours.level("leak-area", 40);
            Neighbours.indicator("leak-n", "persons", "count", "burden");
            List<String> spaces = List.of(SPACES);
            Neighbours.spaces(spaces.stream()
                    .map(space -> Neighbours.space("leak-area", space))
                    .toList());
            for (int year = 2020; year < 2027; year++) {
                release("leak-n", year);
            }
            Neighbours.indicator("leak-five", "persons", "count", "burden", 5);
            release("leak-five", 2020);
            for (String indicator : List.of("leak-old", "leak-again", "leak-lock")) {
                Neighbours.indicator(indicator, "persons", "count", "burden");
            }
            Neighbours.level("leak-district", 20);
            Neighbours.level("leak-part", 40);
            Neighbours.spaces(List.of(
                    Neighbours.space("leak-district", "LD1"),
                    Neighbours.space("leak-district", "LD2"),
                    Neighbours.space("leak-part", "LD1", "LD1a"),
                    Neighbours.space("leak-part", "LD2", "LD2a"),
                    Neighbours.space("leak-part", "LD2", "LD2b")));
            Neighbours.release(new Neighbours.Batch("leak-n", 2027)
                    .suppressed("LD1a", 2)
                    .value("LD2a", 20)
                    .value("LD2b", 30));
            Neighbours.indicator("leak-w", "persons", "index", "neutral");
            Neighbours.release(new Neighbours.Batch("leak-w", 2027)
                    .value("LD1a", 10)
                    .value("LD2a", 10)
                    .value("LD2b", 10));
            prepared = true;
        }
    }

    private static void release(String indicator, int year) {
        Neighbours.Batch batch = new Neighbours.Batch(indicator, year);
        for (int i = 0; i < SPACES.length; i++) {
            batch = i < 2 ? batch.suppressed(SPACES[i], COUNTS[i]) : batch.value(SPACES[i], COUNTS[i]);
        }
        Neighbours.release(batch);
    }

    @Test
    void narrowClassesAreWithheldAndCounted() {
        String run = run("leak-narrow", 2020, breaks(0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5));

        assertThat(classes("planner", run).subList(0, 2)).containsOnlyNulls();
        assertThat(classes("planner", run).subList(2, 8)).doesNotContainNull();
        assertThat(Api.get("planner", "/runs/" + run).getInt("counts.withheld")).isEqualTo(2);
        assertThat(Api.get("planner", "/runs/" + run).getInt("counts.classified"))
                .isEqualTo(6);
        assertThat(Api.get("planner", "/runs/" + run)
                        .getList("warnings.findAll { it.code == 'run.class-without-spaces' }.subject"))
                .containsExactly("i: 1", "i: 2", "i: 3", "i: 4", "i: 5", "i: 6", "i: 7");
        Api.as("planner")
                .get("/runs/" + run + "/results/L-a/explanation")
                .then()
                .statusCode(403)
                .body("code", is("result.withheld"));
    }

    @Test
    void wideClassesAreShown() {
        String run = run("leak-wide", 2021, breaks(8.5, 35.0));

        assertThat(classes("planner", run)).doesNotContainNull();
        assertThat(Api.get("planner", "/runs/" + run).getInt("counts.withheld")).isZero();
    }

    @Test
    void severalWideClassesTogetherAreNarrow() {
        run("leak-first", 2022, breaks(3.5));

        String second = run("leak-second", 2022, breaks(1.5));

        assertThat(classes("planner", second).get(0)).isNull();
    }

    @Test
    void classesByRankThatTellTheOrderAreWithheld() {
        Map<String, Object> classes =
                Map.of("method", "quantiles", "quantileType", "rank-low", "codes", codes(8), "labels", codes(8));

        String run = run("leak-order", 2023, classes);

        assertThat(classes("planner", run).subList(0, 2)).containsOnlyNulls();
        assertThat(classes("planner", run).subList(2, 8)).doesNotContainNull();
    }

    /** A reader who knows that the suppressed count has the rank between those of 4 and 6 knows it to be 5. */
    @Test
    void ranksOfNeighboursThatWouldTellACountAreWithheldToo() {
        fiveBetweenFourAndSix(2028);

        String run = run(
                "leak-neighbours",
                2028,
                Map.of("method", "quantiles", "quantileType", "rank-low", "codes", codes(8), "labels", codes(8)));

        List<Object> larger = Arrays.asList(null, "7", "1", "2", null, "5", "6", "8");
        List<Object> smaller = Arrays.asList(null, "7", null, null, "4", "5", "6", "8");
        assertThat(classes("planner", run)).isIn(larger, smaller);
    }

    private static void fiveBetweenFourAndSix(int year) {
        Neighbours.release(new Neighbours.Batch("leak-n", year)
                .suppressed("L-a", 5)
                .value("L-b", 40)
                .value("L-c", 3)
                .value("L-d", 4)
                .value("L-e", 6)
                .value("L-f", 10)
                .value("L-g", 20)
                .value("L-h", 60));
    }

    @Test
    void breaksBetweenPercentilesTellTheSame() {
        fiveBetweenFourAndSix(2029);
        Map<String, Object> index = index("leak-n", breaks(12.5, 25.0, 37.5, 50.0, 62.5, 75.0, 87.5));
        index.put("restandardise", "percentile");
        Api.approved(SchemeDocuments.scheme("leak-percentile", "leak-area", List.of(index)));

        String run = Api.run(Map.of("scheme", "leak-percentile", "period", "2029"));

        List<Object> larger = Arrays.asList(null, "7", "1", "2", null, "5", "6", "8");
        List<Object> smaller = Arrays.asList(null, "7", "1", null, "4", "5", "6", "8");
        assertThat(classes("planner", run)).isIn(larger, smaller);
        assertThat(Api.get("steward", "/schemes/leak-percentile/versions/1").getList("narrowPlaces.pointer"))
                .containsExactly("/indices/0/classes");
    }

    /** That a space is left out, or takes part, would tell on which side of the minimum a suppressed count lies. */
    @Test
    void theMinimumOfTheUniverseLooksAtPublicValuesOnly() {
        Neighbours.indicator("leak-people", "persons", "count", "neutral");
        Neighbours.release(new Neighbours.Batch("leak-people", 2020)
                .suppressed("L-a", 1)
                .suppressed("L-b", 2)
                .value("L-c", 0)
                .value("L-d", 9));
        Neighbours.indicator("leak-rounded", "ratio", "neutral");
        Neighbours.release(new Neighbours.Batch("leak-rounded", 2020)
                .roundedRate("L-a", 249, 5000, 5)
                .roundedRate("L-b", 251, 5000, 4.9)
                .value("L-c", 5.1));

        List<Object> counted = excluded("leak-minimum", "leak-people", 2);
        List<Object> rounded = excluded("leak-minimum-rounded", "leak-rounded", 5);

        assertThat(counted.subList(0, 2)).doesNotContainNull().doesNotContain(counted.get(2));
        assertThat(counted.get(0)).isEqualTo(counted.get(1));
        assertThat(counted.get(3)).isNull();
        assertThat(rounded.get(0)).isNull();
        assertThat(rounded.get(1)).isEqualTo(counted.get(2));
        assertThat(rounded.get(2)).isNull();
    }

    /** Why spaces take no part where an indicator has to reach a minimum. */
    private static List<Object> excluded(String code, String indicator, int minimum) {
        Map<String, Object> scheme = new LinkedHashMap<>(
                SchemeDocuments.scheme(code, "leak-area", List.of(index("leak-five", breaks(50.0)))));
        scheme.put("universe", Map.of("minimum", Map.of("indicator", indicator, "value", minimum)));
        Api.approved(scheme);
        String run = Api.run(Map.of("scheme", code, "period", "2020"));
        assertThat(Api.get("planner", "/runs/" + run).getString("basis")).isEqualTo("exact");
        List<Object> excluded = new ArrayList<>();
        Api.results("planner", run, "").forEach(result -> excluded.add(result.get("excluded")));
        return excluded;
    }

    @Test
    void needsTogetherAreNarrow() {
        List<Map<String, Object>> needs = IntStream.rangeClosed(1, 7)
                .mapToObj(k -> SchemeDocuments.need("n" + k, SchemeDocuments.figure("leak-n", "value", "all", ">=", k)))
                .toList();
        Map<String, Object> scheme =
                Map.of("code", "leak-needs", "title", "Needs", "level", "leak-area", "needs", needs);
        Api.approved(scheme);

        String run = Api.run(Map.of("scheme", "leak-needs", "period", "2024"));

        List<Object> found = new ArrayList<>();
        Api.results("planner", run, "").forEach(result -> found.add(result.get("needs")));
        assertThat(found.subList(0, 2)).containsExactly(List.of(), List.of());
        assertThat((List<?>) found.get(2)).hasSize(7);
        assertThat(Api.get("planner", "/runs/" + run).getInt("counts.withheld")).isEqualTo(2);
    }

    @Test
    void needsThatAreWithheldDidNotGo() {
        List<Map<String, Object>> needs = IntStream.rangeClosed(1, 7)
                .mapToObj(k -> SchemeDocuments.need("n" + k, SchemeDocuments.figure("leak-n", "value", "all", ">=", k)))
                .toList();
        Map<String, Object> scheme = new LinkedHashMap<>(
                Map.of("code", "leak-went", "title", "Went", "level", "leak-area", "needs", needs.subList(0, 1)));
        Api.approved(scheme);
        String before = Api.run(Map.of("scheme", "leak-went", "period", "2026"));
        scheme.put("needs", needs);
        Api.approved(scheme);

        String now = Api.run(Map.of("scheme", "leak-went", "period", "2026"));

        assertThat(Api.get("planner", "/runs/" + now).getInt("counts.withheld")).isEqualTo(2);
        assertThat(Api.get("planner", "/runs/" + now + "/comparison?with=" + before)
                        .getMap("needs[0]"))
                .isEqualTo(Map.of("need", "n1", "appeared", 0, "stayed", 6, "went", 0));
    }

    /** A revision of the count between two runs on the old one does not make what the first told unknown. */
    @Test
    void whatIsKnownOfACountOutlivesItsRevision() {
        release("leak-old", 2020);
        String first = run("leak-before-revision", "leak-old", 2020, breaks(3.5));
        String recordedAt = Api.get("planner", "/runs/" + first).getString("recordedAt");
        Neighbours.release(new Neighbours.Batch("leak-old", 2020).suppressed("L-a", 4));
        Api.run(Map.of("scheme", "leak-before-revision", "period", "2020"));
        Api.approved(SchemeDocuments.scheme("leak-old-too", "leak-area", List.of(index("leak-old", breaks(1.5)))));

        String second = Api.run(Map.of("scheme", "leak-old-too", "period", "2020", "recordedAt", recordedAt));

        assertThat(classes("planner", first)).doesNotContainNull();
        assertThat(classes("planner", second).get(0)).isNull();
    }

    @Test
    void aRepetitionWithholdsWhatTheFirstRunDid() {
        release("leak-again", 2020);
        release("leak-again", 2021);
        String shown = run("leak-again", "leak-again", 2020, breaks(4.5, 8.5));
        database.update("update indicator set minimum_count = 5 where code = 'leak-again'");
        String withheld = Api.run(Map.of("scheme", "leak-again", "period", "2021"));

        String shownAgain = Api.run(Map.of("repeatOf", shown));
        database.update("update indicator set minimum_count = 3 where code = 'leak-again'");
        String withheldAgain = Api.run(Map.of("repeatOf", withheld));

        assertThat(classes("planner", shownAgain))
                .isEqualTo(classes("planner", shown))
                .doesNotContainNull();
        assertThat(classes("planner", withheldAgain).subList(0, 2)).containsOnlyNulls();
        assertThat(classes("planner", withheldAgain)).isEqualTo(classes("planner", withheld));
        assertThat(Api.get("planner", "/runs/" + withheldAgain).getInt("counts.withheld"))
                .isEqualTo(2);
        Api.as("planner")
                .get("/runs/" + withheldAgain + "/results/L-a/explanation")
                .then()
                .statusCode(403);
    }

    @Test
    void aRunWaitsUntilAnotherOneHasNotedWhatItTells() throws SQLException {
        release("leak-lock", 2020);
        Api.approved(SchemeDocuments.scheme("leak-lock", "leak-area", List.of(index("leak-lock", breaks(3.5)))));
        String run;
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('confinement leak-lock', 0))");
            run = Api.as("planner")
                    .body(Map.of("scheme", "leak-lock", "period", "2020"))
                    .post("/runs")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(database.number("""
                            select count(*) from pg_locks
                            where locktype = 'advisory' and not granted
                                and database = (select oid from pg_database where datname = current_database())""")).isOne());
            connection.rollback();
        }

        assertThat(Api.ended(run).getInt("counts.withheld")).isZero();
    }

    @Test
    void theMinimumCountOfTheIndicatorCounts() {
        Map<String, Object> classes = breaks(4.5, 8.5);

        String usual = run("leak-usual", "leak-n", 2025, classes);
        String larger = run("leak-larger", "leak-five", 2020, classes);

        assertThat(classes("planner", usual)).doesNotContainNull();
        assertThat(classes("planner", larger).subList(0, 2)).containsOnlyNulls();
    }

    @Test
    void classesOfLargerAreasAreWithheldToo() {
        Map<String, Object> index = index("leak-n", breaks(1.5, 2.5));
        index.put("rollUp", Map.of("level", "leak-district", "weight", "leak-w"));
        Api.approved(SchemeDocuments.scheme("leak-up", "leak-part", List.of(index)));

        String run = Api.run(Map.of("scheme", "leak-up", "period", "2027"));

        assertThat(classes("planner", run)).containsExactly(null, "3", "3");
        assertThat(classes("planner", run, "&level=leak-district")).containsExactly(null, "3");
        assertThat(Api.get("planner", "/runs/" + run).getInt("counts.withheldAreas"))
                .isEqualTo(1);
    }

    @Test
    void theApprovalListsNarrowPlaces() {
        Map<String, Object> byRank = index("leak-five", Map.of("method", "quantiles", "codes", codes(8)));
        byRank.put("code", "r");
        Map<String, Object> scheme = new LinkedHashMap<>(SchemeDocuments.scheme(
                "leak-approval", "leak-area", List.of(index("leak-n", breaks(3.5, 5.5, 20.0)), byRank)));
        scheme.put(
                "needs",
                List.of(SchemeDocuments.need("n", SchemeDocuments.figure("leak-five", "value", "all", ">", 4))));
        Api.stored(scheme);
        String version = "/schemes/leak-approval/versions/1";

        JsonPath before = Api.get("steward", version);
        JsonPath approved = Api.as("steward")
                .post(version + "/approval")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(before.getList("narrowPlaces.pointer"))
                .containsExactly("/indices/1/classes", "/needs/0/when", "/indices/0/classes/breaks/1");
        assertThat(before.getList("narrowPlaces.from")).containsExactly(null, 1, 4);
        assertThat(before.getList("narrowPlaces.to")).containsExactly(null, 4, 5);
        assertThat(approved.getList("narrowPlaces")).isEqualTo(before.getList("narrowPlaces"));
        Api.as("steward").get("/schemes?limit=1").then().body("items[0]", not(hasKey("narrowPlaces")));
    }

    private static Map<String, Object> breaks(Double... breaks) {
        return SchemeDocuments.breaks(List.of(breaks), codes(breaks.length + 1), codes(breaks.length + 1));
    }

    private static List<String> codes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    private static String run(String code, int year, Map<String, Object> classes) {
        return run(code, "leak-n", year, classes);
    }

    private static String run(String code, String indicator, int year, Map<String, Object> classes) {
        Api.approved(SchemeDocuments.scheme(code, "leak-area", List.of(index(indicator, classes))));
        return Api.run(Map.of("scheme", code, "period", Integer.toString(year)));
    }

    private static Map<String, Object> index(String indicator, Map<String, Object> classes) {
        Map<String, Object> component = SchemeDocuments.component(indicator);
        component.put("standardise", "none");
        Map<String, Object> index = SchemeDocuments.index("i", List.of(component), classes);
        index.put("restandardise", "none");
        return index;
    }

    private static List<Object> classes(String user, String run) {
        return classes(user, run, "");
    }

    private static List<Object> classes(String user, String run, String query) {
        List<Object> classes = new ArrayList<>();
        Api.results(user, run, query)
                .forEach(result ->
                        classes.add(((Map<?, ?>) ((Map<?, ?>) result.get("indices")).get("i")).get("class")));
        return classes;
    }
}
