package de.quartierwerk.kit.trial;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.servers.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, methods, forms of answers and contents, and parameters that are not as they should be. */
@QuarkusTest
class HttpFaultsIT {

    private static final String ORIGIN = "http://localhost:5173";

    private static RequestSpecification planner() {
        return given().header("Authorization", "Bearer " + Tokens.of("planner"));
    }

    private static ValidatableResponse problem(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE | /v1/things | GET, HEAD, OPTIONS, POST",
                "DELETE | /v1/things/a/ | GET, HEAD, OPTIONS, PUT",
                "POST | /v1/things/a/parts | GET, HEAD, OPTIONS",
                "GET | /v1/things/a/parts/1 | DELETE, OPTIONS",
                "HEAD | /v1/things/a/parts/1 | DELETE, OPTIONS",
                "PATCH | /v1/things/a | GET, HEAD, OPTIONS, PUT",
                "PUT | /v1/dead-letters | GET, HEAD, OPTIONS",
                "GET | /v1/dead-letters/replay | OPTIONS, POST",
                "BREW | /v1/things | GET, HEAD, OPTIONS, POST"
            })
    void refusesOtherMethodsAndNamesThePossibleOnes(String method, String path, String allowed) {
        Response response = given().request(method, path);

        response.then()
                .statusCode(405)
                .header("Allow", allowed)
                .contentType("application/problem+json")
                .body(method.equals("HEAD") ? emptyString() : containsString("request.method-not-allowed"));
    }

    @Test
    void saysWhichMethodsArePossible() {
        given().options("/v1/things/a/parts")
                .then()
                .statusCode(204)
                .header("Allow", "GET, HEAD, OPTIONS")
                .body(emptyString());
        given().options("/v1/things").then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS, POST");
        problem(given().options("/v1/none"), 404, "request.not-found");
    }

    @Test
    void answersTheHeadOfWhatCanBeRead() {
        given().head("/v1/things/a")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("ETag", given().get("/v1/things/a").header("ETag"))
                .body(emptyString());
        given().head("/v1/things/none").then().statusCode(404).body(emptyString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/elsewhere",
                "/trial",
                "/trialx/v1/things",
                "/v1/things",
                "/trial/",
                "/trial/v1",
                "/trial/v1/",
                "/trial/v1x/things",
                "/trial/v1/things/a/parts/1/x",
                "/trial/q",
                "/trial/q/none",
                "/trial/docs/none",
                "/trial/openapi/none",
                "/trial/v1/things;limit=1",
                "/trial/../elsewhere",
                "/trial/v1/../../etc/passwd",
                "/..%2f..%2fetc/passwd",
                "/trial//none"
            })
    void answersUnknownPathsWithAProblemDocument(String path) {
        String answer = RawHttp.send(
                "GET " + path + " HTTP/1.1",
                "Host: localhost",
                "Origin: " + ORIGIN,
                "Accept: text/html",
                "Connection: close");

        assertThat(answer)
                .startsWith("HTTP/1.1 404")
                .containsIgnoringCase("access-control-allow-origin: " + ORIGIN)
                .contains("application/problem+json", "request.not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/trial/v1/things/a/ | 200",
                "/trial//v1/things | 200",
                "/trial/v1//things/a | 200",
                "/trial/v1/./things/x/../a | 200",
                "/elsewhere/../trial/v1/things/a | 200",
                "/trial/v1/things/%61 | 200",
                "/trial/v1/things/a%2fb | 400",
                "/trial/v1/things/%2e%2e | 404",
                "/trial/v1/things/%00 | 400",
                "/trial/v1/things/%ff | 400",
                "http://localhost/trial/v1/things/a | 200",
                "* | 404"
            })
    void takesStrangePathsForWhatTheyAre(String path, int status) {
        String answer = RawHttp.send("GET " + path + " HTTP/1.1", "Host: localhost", "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(status == 200 || answer.contains("application/problem+json"))
                .as(answer)
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trial/v1/things/%zz", "/trial/v1/things?day=%zz", "//"})
    void refusesWhatIsNoAddress(String path) {
        assertThat(RawHttp.send("GET " + path + " HTTP/1.1", "Host: localhost", "Connection: close"))
                .startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"POST | /q/health", "PUT | /q/metrics", "DELETE | /openapi", "POST | /docs/", "PATCH | /docs/x.js"
            })
    void letsHealthMetricsAndDocumentsOnlyBeRead(String method, String path) {
        given().request(method, path)
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, OPTIONS")
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/html",
                "image/png, text/html;q=0.9",
                "text/csv;q=0, application/json;q=0",
                "*/*;q=0",
                "nonsense"
            })
    void answersInNoFormThatWasNotAskedFor(String accept) {
        problem(given().header("Accept", accept).get("/v1/things"), 406, "request.not-acceptable")
                .body(
                        "detail",
                        equalTo("Die Antwort gibt es nicht als " + accept + ". Möglich: application/json, text/csv."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/json",
                "text/* | text/csv;charset=UTF-8",
                "text/csv;q=0.5, application/json | application/json",
                "text/csv, application/json;q=0.5 | text/csv;charset=UTF-8",
                "text/csv;q=0, */* | application/json",
                "text/html, */*;q=0.1 | application/json"
            })
    void answersInTheFormThatIsLikedBest(String accept, String form) {
        given().header("Accept", accept)
                .get("/v1/things")
                .then()
                .statusCode(200)
                .contentType(form);
    }

    @Test
    void readsSeveralLinesOfAccept() {
        String answer = RawHttp.send(
                "GET /trial/v1/things HTTP/1.1",
                "Host: localhost",
                "Accept: application/xml",
                "Accept: text/csv;q=0.5",
                "Connection: close");
        String none = RawHttp.send("GET /trial/v1/things HTTP/1.1", "Host: localhost", "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("text/csv");
        assertThat(none).startsWith("HTTP/1.1 200").contains("application/json");
    }

    @Test
    void namesUnknownParametersAndThePossibleOnes() {
        problem(given().get("/v1/things?limit=1&colr=RED&x"), 400, "parameter.unknown")
                .body(
                        "detail",
                        equalTo("Den Parameter „colr“ gibt es hier nicht."
                                + " Möglich: colour, cursor, day, limit, most, tag."))
                .body("errors.pointer", contains("colr", "x"))
                .body("errors[0].value", equalTo("RED"));
        problem(given().header("Accept-Language", "en").get("/v1/things/a?limit=1"), 400, "parameter.unknown")
                .body("detail", equalTo("There is no parameter “limit” here. Possible: none."));
        problem(given().get("/v1/things?Limit=1"), 400, "parameter.unknown");
        problem(
                planner().contentType(ContentType.JSON).body("{\"name\":\"a\"}").post("/v1/things?dryRun=true"),
                400,
                "parameter.unknown");
    }

    @Test
    void looksForTheCallerBeforeTheParameters() {
        given().get("/v1/things/caller?x=1").then().statusCode(401);
        problem(planner().get("/v1/things/caller?x=1"), 400, "parameter.unknown");
    }

    @Test
    void takesAParameterOnceUnlessItIsAList() {
        problem(given().get("/v1/things?limit=1&limit=2"), 400, "parameter.repeated")
                .body("detail", equalTo("Der Parameter „limit“ darf nur einmal stehen."))
                .body("errors[0].pointer", equalTo("limit"))
                .body("errors[0].value", equalTo("1, 2"));
        given().get("/v1/things?tag=a&tag=b").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "?&", "?limit=1&", "?&&limit=1", "?limit=", "?limit"})
    void takesEmptyQueries(String query) {
        assertThat(RawHttp.send("GET /trial/v1/things" + query + " HTTP/1.1", "Host: localhost", "Connection: close"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void refusesCursorsOfOtherLists() {
        for (String list : List.of("/v1/dead-letters", "/v1/audit")) {
            for (String cursor : List.of("WyJ4Il0", "WyJ4IiwieSJd", "e30", "x", "%00")) {
                Response page = given().header("Authorization", "Bearer " + Tokens.of("admin"))
                        .urlEncodingEnabled(false)
                        .get(list + "?cursor=" + cursor);

                problem(page, 400, "page.cursor-malformed");
            }
        }
    }

    @Test
    void answersAddressesAndHeadersThatAreTooLongForOtherOriginsToo() {
        given().get("/v1/things?day=&tag=" + "a".repeat(12_000)).then().statusCode(200);
        for (int length : List.of(17_000, 30_000)) {
            problem(
                            given().header("Origin", ORIGIN).get("/v1/things?tag=" + "a".repeat(length)),
                            414,
                            "request.address-too-long")
                    .header("Access-Control-Allow-Origin", ORIGIN)
                    .body(
                            "detail",
                            equalTo("Pfad und Parameter sind zusammen länger als die erlaubten 16384 Zeichen."));
        }
        for (int length : List.of(33_000, 60_000)) {
            problem(
                            given().header("Origin", ORIGIN)
                                    .header("X-Long", "a".repeat(length))
                                    .get("/v1/things"),
                            431,
                            "request.headers-too-large")
                    .header("Access-Control-Allow-Origin", ORIGIN);
        }
        given().header("X-Long", "a".repeat(30_000)).get("/v1/things").then().statusCode(200);
    }

    @Test
    void letsOtherOriginsReadEveryProblem() {
        String tooLarge = RawHttp.send(
                "POST /trial/v1/things HTTP/1.1",
                "Host: localhost",
                "Origin: " + ORIGIN,
                "Content-Type: application/json",
                "Content-Length: 99999999999");
        assertThat(tooLarge).startsWith("HTTP/1.1 413").containsIgnoringCase("access-control-allow-origin: " + ORIGIN);
        for (String path :
                List.of("/v1/things/none", "/v1/none", "/q/none", "/v1/things?x=1", "/v1/things/faults/state")) {
            given().header("Origin", ORIGIN)
                    .get(path)
                    .then()
                    .contentType("application/problem+json")
                    .header("Access-Control-Allow-Origin", ORIGIN);
        }
        for (String path : List.of("/v1/things", "/v1/none", "/q/none")) {
            given().header("Origin", "http://evil.example")
                    .header("Access-Control-Request-Method", "GET")
                    .options(path)
                    .then()
                    .statusCode(403)
                    .header("Access-Control-Allow-Origin", nullValue());
        }
        given().header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", "PUT")
                .options("/v1/things/a")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Methods", containsString("PUT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void readsJsonInUtf8Only(String charset) {
        byte[] body = "{\"name\":\"a\"}".getBytes(Charset.forName(charset));

        problem(
                planner().contentType("application/json").body(body).post("/v1/things"),
                415,
                "request.charset-unsupported");
    }

    @Test
    void readsJsonOfNoOtherCharset() {
        for (String charset : List.of("iso-8859-1", "UTF-16", "\"latin1\"", "none")) {
            problem(
                    planner()
                            .header("Content-Type", "application/json; charset=" + charset)
                            .body("{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8))
                            .post("/v1/things"),
                    415,
                    "request.charset-unsupported");
        }
        for (String charset : List.of("utf-8", "\"UTF-8\"")) {
            planner()
                    .header("Content-Type", "application/json; charset=" + charset)
                    .body("{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8))
                    .post("/v1/things")
                    .then()
                    .statusCode(201);
        }
        problem(
                planner()
                        .contentType("application/json")
                        .body("{\"name\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1))
                        .post("/v1/things"),
                400,
                "json.malformed");
        planner()
                .contentType("application/json")
                .body("\uFEFF{\"name\":\"ä\"}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/things")
                .then()
                .statusCode(201);
    }

    @Test
    void readsNoEncodedContent() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8));
        }
        for (byte[] body : List.of(packed.toByteArray(), "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8))) {
            for (String encoding : List.of("gzip", "br", "gzip, gzip", "nonsense")) {
                problem(
                                planner()
                                        .header("Content-Encoding", encoding)
                                        .contentType("application/json")
                                        .body(body)
                                        .post("/v1/things"),
                                415,
                                "request.encoding-unsupported")
                        .header("Accept-Encoding", "identity");
            }
        }
        planner()
                .header("Content-Encoding", "identity")
                .contentType("application/json")
                .body("{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8))
                .post("/v1/things")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"a\",\"parts\":[{\"count\":1,\"count\":2}]}",
                "{\"name\":\"a\"}}",
                "{\"name\":\"a\"} {\"name\":\"b\"}",
                "{\"name\":\"a\"",
                "{name:\"a\"}",
                "{'name':'a'}",
                "{\"name\":\"a\",}",
                "{\"name\":NaN}",
                "// a\n{\"name\":\"a\"}"
            })
    void readsJsonToItsLetter(String body) {
        planner()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/things")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "json", "application", "/", "text/plain", "application/xml"})
    void refusesOtherContentTypes(String type) {
        String answer = RawHttp.send(
                "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8),
                "POST /trial/v1/things HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + Tokens.of("planner"),
                "Content-Type: " + type,
                "Content-Length: 12",
                "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 415").contains("application/problem+json");
    }
}
