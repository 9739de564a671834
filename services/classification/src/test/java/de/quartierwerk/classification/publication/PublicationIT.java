package de.quartierwerk.classification.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Database;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class PublicationIT {
    private static final String LEVEL = "pub-area";
    private static final int SPACES = 620;

    private static boolean prepared;

    @Inject
    Database database;

    @Inject
    RunRepublication republication;

    @BeforeEach
    void given() {
        if (!prepared) {
            prepare();
            prepared = true;
        }
    }

    private static void prepare() {
        Neighbours.level("municipality", 20);
        Neighbours.level(LEVEL, 40);
        Neighbours.indicator("pub-x", "ratio", "burden");
        List<SocialSpace> spaces = new ArrayList<>();
        spaces.add(Neighbours.space("municipality", "P"));
        Neighbours.Batch batch = new Neighbours.Batch("pub-x", 2020);
        for (int i = 0; i < SPACES; i++) {
            String key = String.format("P-%04d", i);
            spaces.add(Neighbours.space(LEVEL, "P", key));
            batch.value(key, i);
        }
        Neighbours.spaces(spaces);
        Neighbours.release(batch);
        Map<String, Object> scheme = SchemeDocuments.scheme(
                "pub",
                LEVEL,
                List.of(SchemeDocuments.index(
                        "i",
                        SchemeDocuments.components("pub-x"),
                        SchemeDocuments.breaks(List.of(0), List.of("1", "2"), List.of("low", "high")))));
        scheme.put(
                "needs",
                List.of(SchemeDocuments.need("N", SchemeDocuments.figure("pub-x", "value", "all", ">=", 610))));
        Api.stored(scheme);
    }

    @Test
    void tellsEveryBodyInBatchesAndIsThenReadByAll() {
        String run = Api.run(Map.of("scheme", "pub", "period", "2020"));

        JsonPath answer = Api.as("planner")
                .body(Map.of("note", "beraten", "consulted", List.of("P")))
                .post("/runs/" + run + "/publication")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getString("standing")).isEqualTo("published");
        List<JsonNode> events = events(EventTypes.CLASSIFICATION_PUBLISHED, run);
        assertThat(events).hasSize(2);
        assertThat(events.get(0).get("of").asInt()).isEqualTo(2);
        assertThat(events.get(0).get("results")).hasSize(500);
        assertThat(events.get(1).get("results")).hasSize(120);
        assertThat(events.get(0).get("spacesInNeed").asInt()).isEqualTo(10);
        assertThat(events.get(0).at("/needs/0/municipalities").asInt()).isEqualTo(1);
        assertThat(events.get(1).at("/results/119/needs/0/origin").asText()).isEqualTo("rule");
        assertThat(events.get(1).at("/results/119/indices/i/classCode").asText())
                .isEqualTo("2");
        assertThat(Api.results(null, run, "")).hasSize(SPACES);
        assertThat(Api.get(null, "/runs/" + run).getMap("$").containsKey("requestedBy"))
                .isFalse();
        assertThat(Api.get("supplier", "/runs?scheme=pub&period=2020").getList("items.id"))
                .contains(run);
        assertThat(Api.get(null, "/runs/" + run + "/results/P-0001/explanation").getString("space"))
                .isEqualTo("P-0001");
    }

    @Test
    void tellsToWhichClassABreakBelongs() {
        Map<String, Object> classes =
                new HashMap<>(SchemeDocuments.breaks(List.of(0), List.of("1", "2"), List.of("low", "high")));
        classes.put("closed", "left");
        Api.stored(SchemeDocuments.scheme(
                "pub-left", LEVEL, List.of(SchemeDocuments.index("i", SchemeDocuments.components("pub-x"), classes))));
        String run = Api.run(Map.of("scheme", "pub-left", "period", "2020"));

        Api.as("planner")
                .body(Map.of())
                .post("/runs/" + run + "/publication")
                .then()
                .statusCode(200);

        assertThat(events(EventTypes.CLASSIFICATION_PUBLISHED, run)
                        .get(0)
                        .at("/indices/0/closed")
                        .asText())
                .isEqualTo("left");
    }

    @Test
    void aRunThatIsBeingPublishedIsToldAgainToo() {
        String run = published("2020");
        int batches = QuarkusTransaction.requiringNew().call(() -> republication.plan(UUID.randomUUID()));
        database.update(
                "update run set standing = 'PRELIMINARY', published_at = null where id = ?", UUID.fromString(run));

        int meanwhile = QuarkusTransaction.requiringNew().call(() -> republication.plan(UUID.randomUUID()));

        database.update(
                "update run set standing = 'PUBLISHED', published_at = publication_started_at where id = ?",
                UUID.fromString(run));
        assertThat(meanwhile).isEqualTo(batches);
    }

    @Test
    void aPublishedRunIsNotPublishedOtherwise() {
        String run = Api.run(Map.of("scheme", "pub", "period", "2020"));
        Map<String, Object> body = Map.of("note", "einmal");
        Api.as("planner")
                .body(body)
                .post("/runs/" + run + "/publication")
                .then()
                .statusCode(200);

        Api.as("planner")
                .body(body)
                .post("/runs/" + run + "/publication")
                .then()
                .statusCode(200);
        Api.as("planner")
                .body(Map.of("note", "anders"))
                .post("/runs/" + run + "/publication")
                .then()
                .statusCode(409);

        assertThat(events(EventTypes.CLASSIFICATION_PUBLISHED, run)).hasSize(2);
    }

    @Test
    void statedNeedsAreMarkedAndTold() {
        String run = Api.run(Map.of("scheme", "pub", "period", "2020"));
        need(run, "P-0000", "Gespräche").then().statusCode(201);
        need(run, "P-0000", "Gespräche").then().statusCode(200);
        need(run, "P-0000", "andere").then().statusCode(409);
        assertThat(events(EventTypes.NEED_ADDED, run)).isEmpty();
        Api.as("planner")
                .body(Map.of())
                .post("/runs/" + run + "/publication")
                .then()
                .statusCode(200);

        need(run, "P-0001", "Begehung").then().statusCode(201);

        List<JsonNode> told = events(EventTypes.NEED_ADDED, run);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).get("space").asText()).isEqualTo("P-0001");
        JsonNode first = events(EventTypes.CLASSIFICATION_PUBLISHED, run).get(0);
        assertThat(first.at("/results/0/needs/0/origin").asText()).isEqualTo("qualitative");
        assertThat(first.at("/results/1/needs")).isEmpty();
        assertThat(first.get("spacesInNeed").asInt()).isEqualTo(11);
        Map<String, Object> result = Api.results(null, run, "").get(1);
        assertThat(result.get("needs")).isEqualTo(List.of("N"));
        assertThat(result.get("statedNeeds"))
                .isEqualTo(List.of(Map.of("need", "N", "origin", "qualitative", "reason", "Begehung")));
        JsonPath answer = Api.get(null, "/runs/" + run);
        assertThat(answer.getInt("spacesInNeed")).isEqualTo(12);
        assertThat(answer.getInt("needs[0].stated")).isEqualTo(2);
    }

    @Test
    void publicationsFollowEachOtherWhateverTheClockSaid() {
        String first = published("2020");
        ahead(first);
        String second = published("2020");

        assertThat(Api.get(null, "/runs/" + first).getString("supersededBy")).isEqualTo(second);
        assertThat(events(EventTypes.CLASSIFICATION_PUBLISHED, second)
                        .get(0)
                        .get("supersedes")
                        .asText())
                .isEqualTo(first);
    }

    @Test
    void whatIsStatedAfterAPublicationLiesAfterItWhateverTheClockSaid() {
        String run = published("2020");
        ahead(run);

        String added =
                need(run, "P-0002", "Begehung").then().statusCode(201).extract().path("addedAt");

        Instant publishedAt =
                database.instant("select publication_started_at from run where id = ?", UUID.fromString(run));
        assertThat(Instant.parse(added)).isAfter(publishedAt);
        assertThat(Api.results(null, run, "").get(2).get("needs")).isEqualTo(List.of("N"));
    }

    private static String published(String period) {
        String run = Api.run(Map.of("scheme", "pub", "period", period));
        Api.as("planner")
                .body(Map.of())
                .post("/runs/" + run + "/publication")
                .then()
                .statusCode(200);
        return run;
    }

    /** As if the run had been published by an instance whose clock is a minute fast. */
    private void ahead(String run) {
        database.update(
                "update run set publication_started_at = publication_started_at + interval '1 minute' where id = ?",
                UUID.fromString(run));
    }

    @Test
    void whoStatedANeedIsToldAndWhatARuleFoundStaysARules() {
        String run = Api.run(Map.of("scheme", "pub", "period", "2020"));
        need(run, "P-0615", "Gespräche").then().statusCode(201);
        municipal(run, "P-0002").then().statusCode(201);
        Api.as("planner")
                .body(Map.of())
                .post("/runs/" + run + "/publication")
                .then()
                .statusCode(200);
        municipal(run, "P-0003").then().statusCode(201);

        List<JsonNode> events = events(EventTypes.CLASSIFICATION_PUBLISHED, run);
        assertThat(events.get(1).at("/results/115/needs")).hasSize(1);
        assertThat(events.get(1).at("/results/115/needs/0/origin").asText()).isEqualTo("rule");
        assertThat(events.get(1).at("/results/115/needs/0/reason").asText()).isEqualTo("Gespräche");
        assertThat(events.get(0).at("/results/2/needs/0/origin").asText()).isEqualTo("municipal");
        assertThat(events(EventTypes.NEED_ADDED, run).get(0).get("origin").asText())
                .isEqualTo("municipal");
        assertThat(Api.get(null, "/runs/" + run).getInt("needs[0].stated")).isEqualTo(2);
    }

    private static Response municipal(String run, String space) {
        return Api.as("planner")
                .body(Map.of("space", space, "need", "N", "reason", "Beschluss", "origin", "municipal"))
                .post("/runs/" + run + "/needs");
    }

    @Test
    void wrongStatementsAreRefused() {
        String run = Api.run(Map.of("scheme", "pub", "period", "2020"));

        JsonPath problem = Api.as("planner")
                .body(Map.of("space", "nowhere", "need", "X", "origin", "rumour"))
                .post("/runs/" + run + "/needs")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertThat(problem.getList("errors.pointer")).isEqualTo(List.of("/space", "/need", "/reason", "/origin"));
        Api.as("planner-elsewhere")
                .body(Map.of("space", "P-0000", "need", "N", "reason", "x"))
                .post("/runs/" + run + "/needs")
                .then()
                .statusCode(404);
        Api.as("planner")
                .body(Map.of("space", "P-0000", "need", "N", "reason", "x"))
                .post("/runs/" + UUID.randomUUID() + "/needs")
                .then()
                .statusCode(404);
    }

    private static Response need(String run, String space, String reason) {
        return Api.as("planner")
                .body(Map.of("space", space, "need", "N", "reason", reason))
                .post("/runs/" + run + "/needs");
    }

    private static List<JsonNode> events(String type, String run) {
        return TestEvents.received(Topics.CLASSIFICATION, type).stream()
                .map(TestEvents.Sent::data)
                .filter(data -> data.get("run").asText().equals(run))
                .toList();
    }
}
