package de.quartierwerk.classification.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of runs after they were computed: compared, commented, published, superseded. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class StandingIT {
    private static final String LEVEL = "st-area";
    private static String before;
    private static String now;

    private static boolean prepared;

    @BeforeEach
    void given() {
        if (!prepared) {
            prepared = true;
            prepare();
        }
    }

    private static void prepare() {
        Neighbours.level("municipality", 20);
        Neighbours.level(LEVEL, 40);
        Neighbours.indicator("st-x", "mean", "burden");
        Neighbours.spaces(List.of(
                Neighbours.space("municipality", "99001001"),
                Neighbours.space("municipality", "99001002"),
                Neighbours.space(LEVEL, "99001001", "st-1"),
                Neighbours.space(LEVEL, "99001001", "st-2"),
                Neighbours.space(LEVEL, "99001002", "st-3"),
                Neighbours.space(LEVEL, "99001002", "st-4"),
                validity("st-5", LocalDate.of(2000, 1, 1), LocalDate.of(2020, 12, 31)),
                validity("st-5", LocalDate.of(2021, 1, 1), null)));
        Neighbours.release(batch(2020, 1, 2, 3, 4, 10), batch(2021, 6, 7, 8, 4, 10));
        Api.stored(scheme(List.of(2.5)));
        before = Api.run(Map.of("scheme", "st", "version", 1, "period", "2020", "asOf", "2020-12-31"));
        now = Api.run(Map.of("scheme", "st", "version", 1, "period", "2021", "asOf", "2021-12-31"));
    }

    private static SocialSpace validity(String key, LocalDate from, LocalDate to) {
        return new SocialSpace(
                key, key, LEVEL, "99001002", List.of("99001002", key), from, to, BigDecimal.TEN, null, Map.of(), 1);
    }

    private static Neighbours.Batch batch(int year, double... values) {
        Neighbours.Batch batch = new Neighbours.Batch("st-x", year);
        for (int i = 0; i < values.length; i++) {
            batch.value("st-" + (i + 1), values[i]);
        }
        return batch;
    }

    private static Map<String, Object> scheme(List<?> breaks) {
        Map<String, Object> component = SchemeDocuments.component("st-x");
        component.put("standardise", "rank");
        Map<String, Object> index = SchemeDocuments.index(
                "i", List.of(component), SchemeDocuments.breaks(breaks, List.of("1", "2"), List.of("low", "high")));
        index.put("restandardise", "none");
        Map<String, Object> scheme = SchemeDocuments.scheme("st", LEVEL, List.of(index));
        scheme.put(
                "needs", List.of(SchemeDocuments.need("N", SchemeDocuments.figure("st-x", "value", "all", ">=", 4))));
        return scheme;
    }

    @Test
    void aComparisonTellsTrueChangeFromMovesAgainstOthers() {
        JsonPath comparison = Api.get("planner", "/runs/" + now + "/comparison?with=" + before);

        assertThat(comparison.getString("matching")).isEqualTo("key-and-validity");
        assertThat(comparison.getInt("causes.spacesRenewed")).isEqualTo(1);
        assertThat(comparison.getBoolean("causes.boundaries")).isTrue();
        assertThat(comparison.getInt("indices[0].compared")).isEqualTo(4);
        assertThat(comparison.getList("indices[0].matrix.counts")).isEqualTo(List.of(List.of(1, 1), List.of(1, 1)));
        assertThat(comparison.getList("indices[0].movers.space")).isEqualTo(List.of("st-2", "st-4"));
        assertThat(comparison.getList("indices[0].movers.direction")).isEqualTo(List.of("up", "down"));
        assertThat(comparison.getList("indices[0].movers[0].causes")).isEqualTo(List.of("data", "boundaries"));
        assertThat(comparison.getList("indices[0].movers.onFixedScale")).isEqualTo(List.of("2", "2"));
        assertThat(comparison.getInt("indices[0].fixedScale.up")).isEqualTo(2);
        assertThat(comparison.getInt("indices[0].fixedScale.down")).isZero();
        assertThat(comparison.getMap("needs[0]")).isEqualTo(Map.of("need", "N", "appeared", 3, "stayed", 1, "went", 0));
        assertThat(comparison.<String>getList("sentences"))
                .contains("Bedarf „Feld N“: 3 neu, 1 geblieben, 0 entfallen.");
    }

    @Test
    void aChangeThatComesFromTheSchemeIsToldAsSuch() {
        int version = Api.put("planner", scheme(List.of(3.5))).path("version");
        String stricter = Api.run(Map.of("scheme", "st", "version", version, "period", "2020", "asOf", "2020-12-31"));

        JsonPath comparison = Api.get("planner", "/runs/" + stricter + "/comparison?with=" + before);

        assertThat(comparison.getBoolean("causes.scheme")).isTrue();
        assertThat(comparison.getBoolean("causes.values")).isFalse();
        assertThat(comparison.getList("indices[0].movers.space")).isEqualTo(List.of("st-3"));
        assertThat(comparison.getList("indices[0].movers[0].causes")).isEqualTo(List.of("scheme"));
    }

    @Test
    void municipalitiesAndDepartmentsCommentOnResults() {
        comment("municipal-planner", "st-1", "Gemeinde 1").then().statusCode(201);
        comment("municipal-planner", "st-3", "Gemeinde 1").then().statusCode(403);
        comment("planner", null, "Jugendamt").then().statusCode(201);
        comment("planner", "st-3", "Jugendamt").then().statusCode(201);
        JsonPath problem = Api.as("planner")
                .body(Map.of("space", "nowhere"))
                .post("/runs/" + before + "/comments")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertThat(problem.getList("errors.pointer")).isEqualTo(List.of("/space", "/speaker", "/text"));
        assertThat(Api.get("auditor", "/runs/" + before + "/comments").getList("items.speaker"))
                .isEqualTo(List.of("Gemeinde 1", "Jugendamt", "Jugendamt"));
        assertThat(Api.get("municipal-planner", "/runs/" + before + "/comments").getList("items.space"))
                .containsExactly("st-1", null);
        assertThat(Api.get("planner", "/runs/" + before + "/comments?space=st-3")
                        .getList("items.author"))
                .isEqualTo(List.of("planner"));
        Api.as("planner-elsewhere").get("/runs/" + before + "/comments").then().statusCode(404);
    }

    private static Response comment(String user, String space, String speaker) {
        Map<String, Object> body = new HashMap<>(Map.of("speaker", speaker, "text", "Der Neubau fehlt."));
        body.put("space", space);
        return Api.as(user).body(body).post("/runs/" + before + "/comments");
    }

    @Test
    void fieldsOfActionNameTheirMunicipalities() {
        JsonPath fields = Api.get("planner", "/runs/" + now + "/needs");

        assertThat(fields.getInt("[0].spaces")).isEqualTo(5);
        assertThat(fields.getList("[0].municipalities"))
                .isEqualTo(List.of(Map.of("key", "99001001", "spaces", 2), Map.of("key", "99001002", "spaces", 3)));
        assertThat(Api.get("municipal-planner", "/runs/" + now + "/needs").getInt("[0].spaces"))
                .isEqualTo(2);
    }

    @Test
    void countsOfAPreliminaryRunAreOverTheSpacesThatAreSeen() {
        JsonPath all = Api.get("planner", "/runs/" + now);
        JsonPath seen = Api.get("municipal-planner", "/runs/" + now);

        assertThat(all.getInt("needs[0].spaces")).isEqualTo(5);
        assertThat(all.getInt("needs[0].municipalities")).isEqualTo(2);
        assertThat(all.getInt("spacesInNeed")).isEqualTo(5);
        assertThat(seen.getInt("needs[0].spaces")).isEqualTo(2);
        assertThat(seen.getInt("needs[0].municipalities")).isEqualTo(1);
        assertThat(seen.getInt("spacesInNeed")).isEqualTo(2);
        assertThat(Api.get("municipal-planner", "/runs?scheme=st")
                        .getList("items.find { it.id == '" + now + "' }.needs.spaces"))
                .isEqualTo(List.of(2));
        assertThat(judged("planner")).isEqualTo(5);
        assertThat(judged("municipal-planner")).isEqualTo(2);
    }

    private static int judged(String user) {
        return Api.get(user, "/runs/" + now + "/robustness")
                .<String, Integer>getMap("indices[0].verdicts")
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    @Test
    void aPublishedRunIsSupersededAndToldWithWhatChanged() {
        String first = Api.run(Map.of("scheme", "st", "version", 1, "period", "2020", "asOf", "2020-12-31"));
        publish(first);
        String bytes = bytes(first);
        String second = Api.run(Map.of("scheme", "st", "version", 1, "period", "2020", "asOf", "2020-12-31"));
        publish(second);
        String next = Api.run(Map.of("scheme", "st", "version", 1, "period", "2021", "asOf", "2021-12-31"));
        publish(next);

        assertThat(event(first).get("before").isNull()).isTrue();
        assertThat(event(first).at("/results/3/needs/0/change").isNull()).isTrue();
        assertThat(event(second).get("supersedes").asText()).isEqualTo(first);
        assertThat(event(second).at("/results/3/needs/0/change").asText()).isEqualTo("stayed");
        assertThat(event(next).get("supersedes").isNull()).isTrue();
        assertThat(event(next).get("before").asText()).isEqualTo(second);
        assertThat(event(next).at("/results/0/needs/0/change").asText()).isEqualTo("appeared");
        assertThat(event(next).at("/results/3/needs/0/change").asText()).isEqualTo("stayed");
        assertThat(event(next).at("/results/4/needs/0/change").asText()).isEqualTo("appeared");
        JsonPath superseded = Api.get(null, "/runs/" + first);
        assertThat(superseded.getString("standing")).isEqualTo("published");
        assertThat(superseded.getString("supersededBy")).isEqualTo(second);
        assertThat(Api.get(null, "/runs/" + second).getString("supersedes")).isEqualTo(first);
        assertThat(bytes(first)).isEqualTo(bytes);
    }

    @Test
    void aNeedThatWentIsTold() {
        Map<String, Object> scheme = scheme(List.of(2.5));
        scheme.put("code", "st-went");
        Api.stored(scheme);
        publish(Api.run(Map.of("scheme", "st-went", "period", "2021", "asOf", "2021-12-31")));
        String run = Api.run(Map.of("scheme", "st-went", "period", "2020", "asOf", "2021-06-30"));

        publish(run);

        assertThat(event(run).at("/results/0/needsGone/0").asText()).isEqualTo("N");
        assertThat(event(run).at("/results/3/needsGone")).isEmpty();
    }

    /** Of st-1 there is no value, and st-2 is left out: what was a need there is none that went. */
    @Test
    void aNeedOfWhichARunSaysNothingDidNotGo() {
        Map<String, Object> scheme = scheme(List.of(2.5));
        scheme.put("code", "st-silent");
        Api.stored(scheme);
        Neighbours.release(new Neighbours.Batch("st-x", 2022)
                .value("st-2", 1)
                .value("st-3", 1)
                .value("st-4", 4));
        String before = Api.run(Map.of("scheme", "st-silent", "period", "2021", "asOf", "2021-12-31"));
        publish(before);
        String run = Api.run(Map.of(
                "scheme",
                "st-silent",
                "period",
                "2022",
                "asOf",
                "2021-12-31",
                "exclusions",
                List.of(Map.of("space", "st-2", "reason", "Baustelle"))));
        publish(run);
        String again = Api.run(Map.of("scheme", "st-silent", "period", "2021", "asOf", "2021-12-31"));
        publish(again);

        assertThat(event(run).at("/results/0/needsGone")).isEmpty();
        assertThat(event(run).at("/results/1/needsGone")).isEmpty();
        assertThat(event(run).at("/results/2/needsGone/0").asText()).isEqualTo("N");
        assertThat(event(again).at("/results/0/needs/0/change").isNull()).isTrue();
        assertThat(event(again).at("/results/1/needs/0/change").isNull()).isTrue();
        assertThat(event(again).at("/results/2/needs/0/change").asText()).isEqualTo("appeared");
        assertThat(needChange(run, before)).isEqualTo(Map.of("need", "N", "appeared", 0, "stayed", 1, "went", 1));
        assertThat(needChange(before, run)).isEqualTo(Map.of("need", "N", "appeared", 1, "stayed", 1, "went", 0));
    }

    private static Map<String, Object> needChange(String run, String with) {
        return Api.get("planner", "/runs/" + run + "/comparison?with=" + with).getMap("needs[0]");
    }

    @Test
    void anExcludedSpaceWithAStatedNeedIsInNoCount() {
        String run = Api.run(Map.of(
                "scheme",
                "st",
                "version",
                1,
                "period",
                "2021",
                "asOf",
                "2021-12-31",
                "exclusions",
                List.of(Map.of("space", "st-1", "reason", "Baustelle"))));
        Api.as("planner")
                .body(Map.of("space", "st-1", "need", "N", "origin", "qualitative", "reason", "Beratung"))
                .post("/runs/" + run + "/needs")
                .then()
                .statusCode(201);

        JsonPath answer = Api.get("planner", "/runs/" + run);
        JsonPath fields = Api.get("planner", "/runs/" + run + "/needs");

        assertThat(answer.getInt("counts.classified")).isEqualTo(4);
        assertThat(answer.getInt("spacesInNeed")).isEqualTo(4);
        assertThat(answer.getInt("needs[0].spaces")).isEqualTo(4);
        assertThat(answer.getInt("needs[0].stated")).isZero();
        assertThat(fields.getInt("[0].spaces")).isEqualTo(4);
        assertThat(fields.getList("[0].municipalities.spaces")).isEqualTo(List.of(1, 3));
    }

    private static void publish(String run) {
        Api.as("planner")
                .body(Map.of("note", "beraten"))
                .post("/runs/" + run + "/publication")
                .then()
                .statusCode(200);
    }

    private static String bytes(String run) {
        return Api.as("planner").get("/runs/" + run + "/results").asString();
    }

    private static JsonNode event(String run) {
        return TestEvents.received(Topics.CLASSIFICATION, EventTypes.CLASSIFICATION_PUBLISHED).stream()
                .map(TestEvents.Sent::data)
                .filter(data -> data.get("run").asText().equals(run))
                .findFirst()
                .orElseThrow();
    }
}
