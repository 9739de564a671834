package de.quartierwerk.kit.trial;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import de.quartierwerk.servers.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Paging, tags and caching, preconditions, idempotency, CSV, the caller, audit, health and metrics. */
@QuarkusTest
class WebIT {

    private final ThingResource things;

    WebIT(ThingResource things) {
        this.things = things;
    }

    private static RequestSpecification as(String user) {
        return given().header("Authorization", "Bearer " + Tokens.of(user));
    }

    private static RequestSpecification create(String key, String name) {
        return as("planner")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"" + name + "\"}");
    }

    @Test
    void walksPagesToTheEnd() {
        List<String> keys = new ArrayList<>();
        String link = "/trial/v1/things?limit=100";
        while (link != null) {
            Response page = given().basePath("").get(link);
            keys.addAll(page.jsonPath().getList("items.key"));
            String header = page.header("Link");
            String next = page.jsonPath().getString("next");
            assertThat(header == null).isEqualTo(next == null);
            link = header == null ? null : header.substring(header.indexOf("/trial"), header.indexOf('>'));
        }

        assertThat(keys).hasSize(249).doesNotHaveDuplicates();
    }

    @Test
    void refusesLimitsOutOfRangeAndForeignCursors() {
        for (String query : List.of("limit=0", "limit=1001", "cursor=%21", "cursor=WyIxIiwiMiJd", "cursor=bnVsbA")) {
            given().get("/v1/things?" + query)
                    .then()
                    .statusCode(400)
                    .body("code", startsWith("page."))
                    .body("errors", hasSize(1));
        }
    }

    @Test
    void letsPublicReadsBeCachedAndAskedForAgain() {
        Response first = given().get("/v1/things/a");
        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=60");
        String tag = first.header("ETag");

        given().header("If-None-Match", tag)
                .get("/v1/things/a")
                .then()
                .statusCode(304)
                .header("ETag", tag);
        given().header("If-None-Match", tag).get("/v1/things/b").then().statusCode(200);
        as("planner").get("/v1/things/a").then().header("Cache-Control", "private, no-cache");
    }

    @Test
    void writesExactDecimalsAndIsoDates() {
        String body = given().get("/v1/things/a").asString();

        assertThat(body).contains("\"weight\":1.50", "\"day\":\"2023-12-31\"");
    }

    @Test
    void compressesWhatIsAskedForCompressed() {
        given().header("Accept-Encoding", "gzip")
                .get("/v1/things")
                .then()
                .header("Content-Encoding", "gzip")
                .body("items", hasSize(100));
    }

    @Test
    void packsLargeAnswersOnAWorker() {
        String plain = given().get("/v1/things/large").asString();

        given().header("Accept-Encoding", "gzip")
                .get("/v1/things/large")
                .then()
                .header("Content-Encoding", "gzip")
                .header("Content-Length", Integer::parseInt, lessThan(plain.length()))
                .body(equalTo(plain));
    }

    @Test
    void answersOriginsThatAreConfigured() {
        given().header("Origin", "http://localhost:5173")
                .get("/v1/things")
                .then()
                .header("Access-Control-Allow-Origin", "http://localhost:5173")
                .header("Access-Control-Expose-Headers", containsString("ETag"));
    }

    @Test
    void givesOpenDataToEveryOrigin() {
        for (String origin : List.of("http://evil.example", "null")) {
            given().header("Origin", origin)
                    .get("/v1/things")
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Access-Control-Allow-Credentials", nullValue());
            given().header("Origin", origin)
                    .get("/v1/things/caller")
                    .then()
                    .statusCode(401)
                    .header("Access-Control-Allow-Origin", "*");
        }
    }

    @Test
    void saysInEveryAnswerWhatBrowsersAndCachesMustKnow() {
        for (String path :
                List.of("/v1/things", "/v1/none", "/q/health", "/q/health/live", "/openapi", "/docs/", "/none")) {
            given().get(path)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Content-Security-Policy", startsWith("default-src 'none'"))
                    .header("Vary", "Accept, Accept-Encoding, Accept-Language, Authorization, Origin");
        }
        assertThat(RawHttp.send("NOTHING", "Host: localhost"))
                .contains(
                        "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer", "Content-Security-Policy: ");
    }

    @Test
    void answersInJsonWhoeverTakesAnything() {
        given().accept("*/*").get("/v1/things").then().statusCode(200).contentType("application/json");
    }

    @Test
    void writesCsvThatNoSpreadsheetExecutes() {
        given().accept("text/csv")
                .get("/v1/things")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .body(equalTo("key;name\r\na;'=1+1\r\n-1;\"Ä;ö\"\r\n"));
    }

    @Test
    void lowersNoUpdate() {
        RequestSpecification body = as("planner").contentType(ContentType.JSON).body("{\"name\":\"a\"}");

        body.put("/v1/things/a").then().statusCode(428).body("code", equalTo("precondition.required"));
        body.header("If-Match", "\"6\"").put("/v1/things/a").then().statusCode(412);
    }

    @Test
    void changesWhatWasRead() {
        as("planner")
                .contentType(ContentType.JSON)
                .body("{\"name\":\"a\"}")
                .header("If-Match", "\"7\"")
                .put("/v1/things/a")
                .then()
                .statusCode(200)
                .header("ETag", "\"8\"");
    }

    @Test
    void doesRepeatedWorkOnce() {
        String key = UUID.randomUUID().toString();
        Response first = create(key, "once").post("/v1/things");
        int works = things.works();

        Response again = create(key, "once").post("/v1/things");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(things.works()).isEqualTo(works);
    }

    @Test
    void refusesAKeyWithOtherContent() {
        String key = UUID.randomUUID().toString();
        create(key, "one").post("/v1/things").then().statusCode(201);

        create(key, "other")
                .post("/v1/things")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency.content-differs"));
    }

    @Test
    void keepsNoFailure() {
        String key = UUID.randomUUID().toString();
        create(key, "refused")
                .post("/v1/things")
                .then()
                .statusCode(422)
                .body("code", equalTo("thing.refused"))
                .body("errors[0].message", equalTo("Es sind höchstens 7 erlaubt."));

        create(key, "accepted").post("/v1/things").then().statusCode(201);
    }

    @Test
    void doesConcurrentWorkOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        int before = things.works();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(callers.submit(() -> create(key, "concurrent").post("/v1/things")));
        }
        List<String> locations = new ArrayList<>();
        for (Future<Response> answer : answers) {
            locations.add(answer.get().header("Location"));
        }
        callers.shutdown();

        assertThat(things.works()).isEqualTo(before + 1);
        assertThat(locations).hasSize(8).containsOnly(locations.get(0)).doesNotContainNull();
    }

    @Test
    void knowsTheCallersAreasAndOrganisation() {
        as("planner")
                .get("/v1/things/caller")
                .then()
                .statusCode(200)
                .body("name", equalTo("planner"))
                .body("everywhere", equalTo(true));
        as("municipal-planner")
                .get("/v1/things/caller")
                .then()
                .statusCode(200)
                .body("areas", equalTo(List.of("99001001")))
                .body("everywhere", equalTo(false));
    }

    @Test
    void refusesCallersOutsideOfTheirArea() {
        as("planner-elsewhere").get("/v1/things/caller").then().statusCode(403).body("code", equalTo("area.forbidden"));
    }

    @Test
    void knowsTheCallerInStreams() {
        as("planner")
                .accept("text/event-stream")
                .get("/v1/things/stream")
                .then()
                .statusCode(200)
                .body(containsString("\"key\":\"planner\""));
    }

    @Test
    void tellsWhoChangedWhat() {
        String name = "audited-" + UUID.randomUUID();
        create(UUID.randomUUID().toString(), name).post("/v1/things").then().statusCode(201);

        as("auditor")
                .get("/v1/audit?actor=planner&from=2020-01-01&to=2999-01-01&subject=things/" + name)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].actor", equalTo("planner"))
                .body("items[0].action", equalTo("thing-created"))
                .body("items[0].at", notNullValue())
                .body("items[0].before", nullValue())
                .body("items[0].after.name", equalTo(name));
        as("auditor").get("/v1/audit?to=2020-01-01").then().body("items", hasSize(0));
        as("auditor").get("/v1/audit?from=gestern").then().statusCode(400).body("errors[0].pointer", equalTo("from"));
    }

    @Test
    void isHealthyAndMeasured() {
        for (String kind : List.of("live", "ready", "started")) {
            given().get("/q/health/" + kind).then().statusCode(200).body("status", equalTo("UP"));
        }
        given().get("/q/health/ready")
                .then()
                .body("checks.name", hasItem(containsString("Database")))
                .body("checks.name", everyItem(not(containsString("Kafka"))));
        given().get("/v1/things").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200).body(containsString("http_server_requests_seconds"));
    }

    @Test
    void servesDocuments() {
        given().get("/docs/").then().statusCode(200).body(containsString("swagger"));
        given().get("/openapi").then().statusCode(200);
    }
}
