package de.quartierwerk.classification.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Database;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
import de.quartierwerk.events.ProtectedValues;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class RunIT {
    private static final String LEVEL = "run-area";
    private static final Map<String, Object> CLASSES =
            SchemeDocuments.breaks(List.of(0), List.of("1", "2"), List.of("low", "high"));

    private static boolean prepared;

    @Inject
    Database database;

    @BeforeEach
    void given() {
        if (!prepared) {
            prepare();
            prepared = true;
        }
    }

    private static void prepare() {
        Neighbours.level("district", 10);
        Neighbours.level("municipality", 20);
        Neighbours.level(LEVEL, 40);
        Neighbours.indicator("run-x", "ratio", "burden");
        Neighbours.spaces(List.of(
                Neighbours.space("district", "R"),
                Neighbours.space("municipality", "R", "RA"),
                Neighbours.space("municipality", "R", "RB"),
                Neighbours.space(LEVEL, "R", "RA", "RA-1"),
                Neighbours.space(LEVEL, "R", "RA", "RA-2"),
                Neighbours.space(LEVEL, "R", "RA", "RA-3"),
                Neighbours.space(LEVEL, "R", "RB", "RB-1")));
        Neighbours.release(new Neighbours.Batch("run-x", 2020)
                .rate("RA-1", 10, 100)
                .rate("RA-2", 20, 100)
                .rate("RA-3", 60, 200)
                .rate("RB-1", 40, 100));
        Map<String, Object> scheme = SchemeDocuments.scheme(
                "run-scheme", LEVEL, List.of(SchemeDocuments.index("i", SchemeDocuments.components("run-x"), CLASSES)));
        scheme.put(
                "needs",
                List.of(
                        SchemeDocuments.need(
                                "above", SchemeDocuments.figure("run-x", "deviation-percent", "municipality", ">", 0)),
                        SchemeDocuments.need("many", SchemeDocuments.figure("run-x", "numerator", "all", ">=", 40))));
        Api.stored(scheme);
    }

    @Test
    void findsClassesAndNeeds() {
        String run = Api.run(Map.of("scheme", "run-scheme", "period", "2020"));

        JsonPath answer = Api.get("planner", "/runs/" + run);
        assertThat(answer.getList("needs.spaces")).isEqualTo(List.of(2, 2));
        assertThat(answer.getList("needs.municipalities")).isEqualTo(List.of(2, 2));
        assertThat(answer.getInt("spacesInNeed")).isEqualTo(2);
        assertThat(answer.getMap("counts"))
                .isEqualTo(Map.of(
                        "spaces",
                        4,
                        "classified",
                        4,
                        "excluded",
                        0,
                        "unclassified",
                        0,
                        "withheld",
                        0,
                        "withheldAreas",
                        0));
        List<Map<String, Object>> results = Api.results("planner", run, "");
        assertThat(results).extracting(result -> result.get("space")).containsExactly("RA-1", "RA-2", "RA-3", "RB-1");
        assertThat(results)
                .extracting(result -> result.get("needs"))
                .containsExactly(List.of(), List.of(), List.of("above", "many"), List.of("above", "many"));
    }

    @Test
    void explanationReproducesTheIndexAndNamesTheReplacedReference() {
        String run = Api.run(Map.of("scheme", "run-scheme", "period", "2020"));

        JsonPath explanation = Api.get("planner", "/runs/" + run + "/results/RB-1/explanation");

        assertThat(explanation.getDouble("indices[0].components[0].value")).isEqualTo(40.0);
        assertThat(explanation.getDouble("indices[0].components[0].mean")).isEqualTo(25.0);
        assertThat(explanation.getDouble("indices[0].components[0].contribution"))
                .isEqualTo(explanation.getDouble("indices[0].raw"));
        assertThat(explanation.getDouble("indices[0].components[0].standardised"))
                .isCloseTo(15 / Math.sqrt(125), within(1e-9));
        assertThat(explanation.getString("needs[0].when.referenceArea")).isEqualTo("R");
        assertThat(explanation.getBoolean("needs[0].when.referenceReplaced")).isTrue();
        assertThat(explanation.getDouble("needs[0].when.referenceRate")).isEqualTo(0.26);
        assertThat(explanation.getDouble("needs[0].when.found")).isCloseTo(14 / 0.26, within(1e-9));
        assertThat(explanation.getBoolean("needs[0].when.held")).isTrue();
    }

    @Test
    void aRepetitionGivesTheSameBytesWhateverWasReleasedSince() {
        Neighbours.indicator("repeat-x", "ratio", "burden");
        Neighbours.release(new Neighbours.Batch("repeat-x", 2019)
                .value("RA-1", 1.5)
                .value("RA-2", 2.25)
                .value("RA-3", 9)
                .value("RB-1", 3));
        Api.stored(SchemeDocuments.scheme(
                "repeat", LEVEL, List.of(SchemeDocuments.index("i", SchemeDocuments.components("repeat-x"), CLASSES))));
        Map<String, String> left = Map.of("space", "RA-1", "reason", "Gewerbegebiet");
        String first = Api.run(Map.of("scheme", "repeat", "period", "2019", "exclusions", List.of(left)));
        Neighbours.release(new Neighbours.Batch("repeat-x", 2019).value("RA-2", 99));

        String repeated = Api.run(Map.of("repeatOf", first));
        String anew = Api.run(Map.of("scheme", "repeat", "period", "2019", "exclusions", List.of(left)));

        assertThat(bytes(repeated)).isEqualTo(bytes(first));
        assertThat(bytes(anew)).isNotEqualTo(bytes(first));
        String known = Api.get("planner", "/runs/" + first).getString("recordedAt");
        String then =
                Api.run(Map.of("scheme", "repeat", "period", "2019", "recordedAt", known, "exclusions", List.of(left)));
        assertThat(bytes(then)).isEqualTo(bytes(first));
    }

    @Test
    void usesTheLatestReferenceDateOfThePeriodAndTheLastRelease() {
        Neighbours.indicator("latest-x", "mean", "burden");
        Instant now = Instant.now();
        Neighbours.release(now, quarter(2, 1, 2, 3, 4));
        Neighbours.release(now.plusMillis(1), quarter(4, 10, 20, 30, 40));
        Neighbours.release(now.plusMillis(2), quarter(1, 7, 7, 7, 7));
        Neighbours.release(
                now.plusMillis(3),
                new Neighbours.Batch("latest-x", "2021-Q4", LocalDate.of(2021, 12, 31)).value("RA-1", 11));
        Api.stored(SchemeDocuments.scheme(
                "latest", LEVEL, List.of(SchemeDocuments.index("i", SchemeDocuments.components("latest-x"), CLASSES))));

        String run = Api.run(Map.of("scheme", "latest", "period", "2021"));

        assertThat(Api.get("planner", "/runs/" + run + "/results/RA-1/explanation")
                        .getDouble("indices[0].components[0].value"))
                .isEqualTo(11.0);
        assertThat(Api.get("planner", "/runs/" + run + "/results/RA-2/explanation")
                        .getDouble("indices[0].components[0].value"))
                .isEqualTo(20.0);
    }

    private static Neighbours.Batch quarter(int quarter, double... values) {
        LocalDate end = LocalDate.of(2021, quarter * 3, 1).plusMonths(1).minusDays(1);
        return new Neighbours.Batch("latest-x", "2021-Q" + quarter, end)
                .value("RA-1", values[0])
                .value("RA-2", values[1])
                .value("RA-3", values[2])
                .value("RB-1", values[3]);
    }

    @Test
    void aReleaseIsUsedOnlyWhenAllItsBatchesAreThereInWhateverOrder() {
        Neighbours.indicator("order-x", "ratio", "burden");
        Neighbours.indicator("order-y", "ratio", "burden");
        UUID release = UUID.randomUUID();
        Instant now = Instant.now();
        List<ProtectedValues> batches = new ArrayList<>();
        batches.add(new Neighbours.Batch("order-x", 2020).value("late-1", 1).event(release, now, 0, 3));
        batches.add(new Neighbours.Batch("order-x", 2020)
                .value("late-2", 2)
                .value("late-3", 3)
                .event(release, now, 1, 3));
        batches.add(new Neighbours.Batch("order-y", 2020)
                .value("late-1", 5)
                .value("late-2", 5)
                .value("late-3", 7)
                .event(release, now, 2, 3));
        Neighbours.send(batches.get(2));
        Neighbours.send(batches.get(1));
        Neighbours.level("late-area", 40);
        Neighbours.spaces(List.of(
                Neighbours.space("late-area", "late-1"),
                Neighbours.space("late-area", "late-2"),
                Neighbours.space("late-area", "late-3")));
        Api.stored(SchemeDocuments.scheme(
                "order",
                "late-area",
                List.of(SchemeDocuments.index("i", SchemeDocuments.components("order-x", "order-y"), CLASSES))));
        String early = Api.run(Map.of("scheme", "order", "period", "2020"));
        Neighbours.send(batches.get(0));

        String complete = Api.run(Map.of("scheme", "order", "period", "2020"));

        assertThat(Api.get("planner", "/runs/" + early).getInt("counts.classified"))
                .isZero();
        assertThat(Api.get("planner", "/runs/" + early).getList("warnings.code"))
                .containsExactly("run.unseen-releases", "run.component-without-values", "run.component-without-values");
        assertThat(Api.get("planner", "/runs/" + early).getList("unseenReleases"))
                .isEqualTo(List.of(release.toString()));
        assertThat(Api.get("planner", "/runs/" + complete).getList("unseenReleases"))
                .isEmpty();
        assertThat(Api.get("planner", "/runs/" + complete).getInt("counts.classified"))
                .isEqualTo(3);
        assertThat(Api.get("planner", "/runs/" + complete).getList("inputs")).isEqualTo(List.of(release.toString()));
    }

    @Test
    void onlyCountsAreTheirOwnNumerator() {
        Neighbours.indicator("bare-share", "ratio", "burden");
        Neighbours.indicator("bare-count", "count", "burden");
        Neighbours.release(
                new Neighbours.Batch("bare-share", 2020).value("RA-1", 60).value("RA-2", 20),
                new Neighbours.Batch("bare-count", 2020).value("RA-1", 60).value("RA-2", 20));
        Map<String, Object> scheme = SchemeDocuments.scheme("bare", LEVEL, List.of());
        scheme.put(
                "needs",
                List.of(
                        SchemeDocuments.need(
                                "share", SchemeDocuments.figure("bare-share", "numerator", "all", ">=", 40)),
                        SchemeDocuments.need(
                                "count", SchemeDocuments.figure("bare-count", "numerator", "all", ">=", 40))));
        Api.stored(scheme);

        String run = Api.run(Map.of("scheme", "bare", "period", "2020"));
        String repeated = Api.run(Map.of("repeatOf", run));

        assertThat(Api.results("planner", run, "").get(0).get("needs")).isEqualTo(List.of("count"));
        assertThat(bytes(repeated)).isEqualTo(bytes(run));
    }

    @Test
    void anAreaRestrictsTheSpaces() {
        String run = Api.run(Map.of("scheme", "run-scheme", "period", "2020", "area", "RA"));

        assertThat(Api.results("planner", run, ""))
                .extracting(result -> result.get("space"))
                .containsExactly("RA-1", "RA-2", "RA-3");
    }

    @Test
    void wrongRequestsAreRefusedWithTheirPlace() {
        assertThat(errors(Map.of("scheme", "nobody", "period", "2020"))).isEqualTo(Map.of("/scheme", "scheme.unknown"));
        assertThat(errors(Map.of("scheme", "run-scheme", "period", "20-20")))
                .isEqualTo(Map.of("/period", "period.malformed"));
        assertThat(errors(Map.of("period", "2020"))).isEqualTo(Map.of("/scheme", "run.scheme-missing"));
        assertThat(errors(Map.of("scheme", "run-scheme", "period", "2020", "area", "nowhere")))
                .isEqualTo(Map.of("/area", "space.unknown"));
        assertThat(errors(Map.of(
                        "scheme",
                        "run-scheme",
                        "period",
                        "2020",
                        "exclusions",
                        List.of(
                                Map.of("space", "nowhere", "reason", "x"),
                                Map.of("space", "RA-1", "reason", " "),
                                Map.of("space", "RA", "reason", "x"),
                                Map.of("reason", "x")))))
                .isEqualTo(Map.of(
                        "/exclusions/0/space", "space.unknown",
                        "/exclusions/1/reason", "run.exclusion-without-reason",
                        "/exclusions/2/space", "run.exclusion-outside",
                        "/exclusions/3/space", "run.exclusion-without-space"));
        Api.as("planner").body("{\"schema\":\"x\"}").post("/runs").then().statusCode(400);
    }

    @Test
    void aRunThatDoesNotFitTheMemoryIsRefused() {
        Neighbours.level("huge-area", 40);
        database.update("insert into space (key, valid_from, name, level, path, attributes, version)"
                + " select 'huge-' || n, date '2000-01-01', 'x', 'huge-area', array['huge-' || n], '{}', 1"
                + " from generate_series(1, 10000) n");
        List<Map<String, Object>> components = Collections.nCopies(100, SchemeDocuments.component("run-x"));
        List<Map<String, Object>> indices = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            indices.add(SchemeDocuments.index("i" + i, components, CLASSES));
        }
        Api.stored(SchemeDocuments.scheme("huge", "huge-area", indices));

        Api.as("planner")
                .body(Map.of("scheme", "huge", "period", "2020"))
                .post("/runs")
                .then()
                .statusCode(422)
                .body("code", equalTo("run.too-many-numbers"))
                .body("detail", containsString("20010000"));
    }

    @Test
    void preliminaryRunsAreSeenWithinAreasOnly() {
        String run = Api.run(Map.of("scheme", "run-scheme", "period", "2020"));

        assertThat(Api.get("auditor", "/runs/" + run).getString("state")).isEqualTo("COMPLETED");
        for (String path : List.of("", "/results", "/results/RA-1/explanation", "/robustness")) {
            Api.as(null).get("/runs/" + run + path).then().statusCode(404);
            Api.as("supplier").get("/runs/" + run + path).then().statusCode(404);
            Api.as("planner-elsewhere").get("/runs/" + run + path).then().statusCode(404);
            Api.as("municipal-planner").get("/runs/" + run + path).then().statusCode(404);
        }
        Api.as("planner-elsewhere")
                .body(Map.of())
                .post("/runs/" + run + "/publication")
                .then()
                .statusCode(404);
        assertThat(Api.get(null, "/runs?scheme=run-scheme").getList("items")).isEmpty();
        assertThat(Api.get("planner-elsewhere", "/runs?scheme=run-scheme").getList("items"))
                .isEmpty();
        assertThat(Api.get("planner", "/runs?scheme=run-scheme&limit=1").getList("items"))
                .hasSize(1);
    }

    @Test
    void runsNeedTheirWholeArea() {
        Api.as("planner-elsewhere")
                .body(Map.of("scheme", "run-scheme", "period", "2020"))
                .post("/runs")
                .then()
                .statusCode(403);
        Api.as("planner-elsewhere")
                .body(Map.of("scheme", "run-scheme", "period", "2020", "area", "RA"))
                .post("/runs")
                .then()
                .statusCode(403);
    }

    @Test
    void theSameKeyStartsOneRun() {
        Map<String, Object> body = Map.of("scheme", "run-scheme", "period", "2020");
        String first = Api.as("planner")
                .header("Idempotency-Key", "run-1")
                .body(body)
                .post("/runs")
                .path("id");

        String second = Api.as("planner")
                .header("Idempotency-Key", "run-1")
                .body(body)
                .post("/runs")
                .path("id");

        assertThat(second).isEqualTo(first);
        Api.as("planner")
                .header("Idempotency-Key", "run-1")
                .body(Map.of("scheme", "run-scheme", "period", "2019"))
                .post("/runs")
                .then()
                .statusCode(422);
    }

    private static String bytes(String run) {
        return Api.as("planner").get("/runs/" + run + "/results").asString()
                + Api.as("planner")
                        .accept("text/csv")
                        .get("/runs/" + run + "/results")
                        .asString();
    }

    private static Map<String, String> errors(Map<String, Object> body) {
        JsonPath problem = Api.as("planner")
                .body(body)
                .post("/runs")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();
        Map<String, String> errors = new HashMap<>();
        problem.<Map<String, String>>getList("errors")
                .forEach(error -> errors.put(error.get("pointer"), error.get("code")));
        return errors;
    }
}
