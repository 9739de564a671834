package de.quartierwerk.ingestion.intake.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Observations from their submission to their release. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ObservationIT {
    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
    }

    @Test
    void everybodyReadsAnObservationOnceItIsReleased() {
        String id = submit("supplier", "99001001-01", "Ein Treffpunkt fehlt.")
                .statusCode(201)
                .body("state", is("SUBMITTED"), "organisation", is("verband-a"), "warnings", is(List.of()))
                .extract()
                .path("id");
        Api.as(null).get("/observations/" + id).then().statusCode(404);
        Api.as("supplier2").get("/observations/" + id).then().statusCode(404).body("code", is("observation.unknown"));
        assertThat(ids("supplier2")).doesNotContain(id);
        assertThat(ids("supplier")).contains(id);
        act("supplier", id, "release", "{\"namesNobody\":true}").statusCode(403);

        act("planner", id, "release", "{\"namesNobody\":false}")
                .statusCode(200)
                .body("state", is("RELEASED"), "decidedBy", is("planner"));

        Api.as(null)
                .get("/observations/" + id)
                .then()
                .statusCode(200)
                .body(
                        "finding", is("Ein Treffpunkt fehlt."),
                        "certainty", is("likely"),
                        "sourceKind", is("volunteer"),
                        "submitter", nullValue(),
                        "decidedBy", nullValue(),
                        "warnings", nullValue());
        Api.as(null).get("/observations?space=99001001&field=elderly").then().body("items.id", is(ids(null)));
        assertThat(ids(null)).contains(id);
        act("planner", id, "release", "{\"namesNobody\":true}").statusCode(409).body("code", is("observation.state"));
        act("supplier", id, "withdrawal", null).statusCode(200).body("state", is("WITHDRAWN"));
        Api.as(null).get("/observations/" + id).then().statusCode(404);
    }

    @Test
    void moderatorsConfirmThatNobodyIsNamed() {
        String id = submit("supplier", "99001001-02", "Frau Muster braucht Hilfe.")
                .statusCode(201)
                .body(
                        "warnings[0].pointer", is("/finding"),
                        "warnings[0].value", is("Frau Muster"),
                        "warnings[0].message", is("„Frau Muster“ sieht nach dem Namen einer Person aus."))
                .extract()
                .path("id");

        act("steward", id, "release", "{\"namesNobody\":false}")
                .statusCode(409)
                .body("code", is("observation.names-open"));
        act("steward", id, "refusal", "{\"reason\":\"Bitte ohne Namen.\"}")
                .statusCode(200)
                .body("state", is("REFUSED"));

        Api.as("supplier").get("/observations/" + id).then().body("reason", is("Bitte ohne Namen."));
        Api.as(null).get("/observations/" + id).then().statusCode(404);
    }

    @Test
    void moderatorsActInTheirAreasAndNotOnTheirOwn() {
        String own = submit("municipal-planner", "99001001-01", "Ein Weg fehlt.")
                .statusCode(201)
                .extract()
                .path("id");
        String other = submit("supplier", "99001002-01", "Ein Weg fehlt.")
                .statusCode(201)
                .extract()
                .path("id");

        act("municipal-planner", own, "release", "{\"namesNobody\":true}")
                .statusCode(403)
                .body("code", is("observation.own"));
        act("municipal-planner", other, "release", "{\"namesNobody\":true}").statusCode(404);
        act("steward-elsewhere", other, "refusal", "{\"reason\":\"x\"}").statusCode(404);
        assertThat(ids("steward-elsewhere")).doesNotContain(own, other);
        submit("municipal-planner", "99001002-01", "x").statusCode(403);
        act("planner", other, "release", "{\"namesNobody\":true}").statusCode(200);
        act("steward-elsewhere", other, "withdrawal", null).statusCode(403).body("code", is("observation.not-own"));
    }

    @Test
    void ofTwoModeratorsOneDecides() {
        String id = submit("supplier", "99001001-03", "Ein Spielplatz fehlt.")
                .statusCode(201)
                .extract()
                .path("id");
        String tag = Api.as("planner").get("/observations/" + id).header("ETag");
        assertThat(tag).isEqualTo("\"1\"");

        Response released = Api.as("planner")
                .header("If-Match", tag)
                .contentType("application/json")
                .body("{\"namesNobody\":true}")
                .post("/observations/" + id + "/release");

        released.then().statusCode(200).header("ETag", is("\"2\"")).body("version", is(2));
        Api.as("supplier")
                .header("If-Match", tag)
                .post("/observations/" + id + "/withdrawal")
                .then()
                .statusCode(412);
        Api.as(null).get("/observations/" + id).then().statusCode(200).header("ETag", is("\"2\""));
    }

    @Test
    void decisionsAtOnceAreOne() {
        String id = submit("supplier", "99001001-03", "Ein Radweg fehlt.")
                .statusCode(201)
                .extract()
                .path("id");

        List<Integer> statuses = Stream.of(
                        CompletableFuture.supplyAsync(() -> act("planner", id, "release", "{\"namesNobody\":true}")),
                        CompletableFuture.supplyAsync(() -> act("steward", id, "refusal", "{\"reason\":\"x\"}")))
                .map(CompletableFuture::join)
                .map(answer -> answer.extract().statusCode())
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 409);
        Api.as("supplier").get("/observations/" + id).then().body("version", is(2));
    }

    @Test
    void refusesAnUnknownSpaceInTheFilter() {
        Api.as(null).get("/observations?space=nirgends").then().statusCode(404).body("code", is("space.unknown"));
    }

    @Test
    void refusesUnknownSpacesAndMalformedFields() {
        submit("supplier", "nirgends", "x")
                .statusCode(422)
                .body("code", is("space.unknown"), "errors[0].pointer", is("/space"));
        Map<String, Object> faulty = new HashMap<>(observation("99001001-01", "x"));
        faulty.put("since", "neulich");
        Api.as("supplier")
                .contentType("application/json")
                .body(faulty)
                .post("/observations")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/since"));
        faulty.put("certainty", "perhaps");
        Api.as("supplier")
                .contentType("application/json")
                .body(faulty)
                .post("/observations")
                .then()
                .statusCode(400)
                .body("title", not(""));
    }

    private static Map<String, Object> observation(String space, String finding) {
        return Map.of(
                "field",
                "elderly",
                "space",
                space,
                "finding",
                finding,
                "certainty",
                "likely",
                "since",
                "2024-06",
                "sourceKind",
                "volunteer");
    }

    private static ValidatableResponse submit(String user, String space, String finding) {
        return Api.as(user)
                .contentType("application/json")
                .body(observation(space, finding))
                .post("/observations")
                .then();
    }

    private static ValidatableResponse act(String user, String id, String action, String body) {
        var request = Api.as(user);
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        return request.post("/observations/" + id + "/" + action).then();
    }

    private static List<String> ids(String user) {
        return Api.as(user)
                .get("/observations?limit=1000&space=99001001&field=elderly")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }
}
