package de.quartierwerk.kit.trial;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, the caller gets a problem document in the own language, and nothing of the inside. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ProblemsIT {

    private static RequestSpecification planner() {
        return given().header("Authorization", "Bearer " + Tokens.of("planner"));
    }

    private static ValidatableResponse problem(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("urn:quartierwerk:problem:" + code))
                .body("title", org.hamcrest.Matchers.not(code));
    }

    @Test
    void namesWhatIsUnknownInGermanByDefault() {
        problem(given().get("/v1/things/none"), 404, "thing.unknown")
                .body("title", equalTo("Unbekanntes Ding"))
                .body("detail", equalTo("Es gibt kein Ding „none“."))
                .body("instance", equalTo("/trial/v1/things/none"))
                .body("errors", nullValue());
    }

    @Test
    void speaksEnglishWhereThatIsPreferred() {
        problem(
                        given().header("Accept-Language", "fr, en-GB;q=0.8, de;q=0.5")
                                .get("/v1/things/none"),
                        404,
                        "thing.unknown")
                .body("detail", equalTo("There is no thing “none”."));
    }

    @Test
    void answersUnknownPathsInsideOfTheApi() {
        problem(given().get("/v1/nothing/here"), 404, "request.not-found")
                .body("detail", equalTo("Unter /trial/v1/nothing/here gibt es nichts."));
    }

    @Test
    void answersUnknownPathsOutsideOfTheApi() {
        problem(given().get("/elsewhere"), 404, "request.not-found");
    }

    @Test
    void refusesOtherMethods() {
        problem(planner().delete("/v1/things"), 405, "request.method-not-allowed")
                .body("detail", equalTo("DELETE ist hier nicht möglich."));
    }

    @Test
    void refusesOtherFormsOfAnswer() {
        problem(given().accept("image/png").get("/v1/things"), 406, "request.not-acceptable");
    }

    @Test
    void refusesOtherMediaTypes() {
        problem(planner().contentType("text/plain").body("x").post("/v1/things"), 415, "request.unsupported-media-type")
                .body("detail", startsWith("Inhalt vom Typ text/plain"));
    }

    @Test
    void refusesCallersWithoutToken() {
        problem(given().contentType(ContentType.JSON).body("{}").post("/v1/things"), 401, "authentication.required")
                .header("WWW-Authenticate", "Bearer");
    }

    @Test
    void refusesDamagedTokensOnPublicReadsToo() {
        problem(
                        given().header("Authorization", "Bearer abc.def.ghi").get("/v1/things"),
                        401,
                        "authentication.token-invalid")
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearer", "Bearer ", "Negotiate abc", "abc"})
    void refusesOtherCredentialsOnPublicReadsToo(String header) {
        problem(given().header("Authorization", header).get("/v1/things"), 401, "authentication.token-invalid");
    }

    @Test
    void refusesOtherRoles() {
        problem(
                given().header("Authorization", "Bearer " + Tokens.of("steward"))
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("/v1/things"),
                403,
                "role.missing");
    }

    @Test
    void refusesEndpointsThatForgotToSayWhoMayCall() {
        problem(planner().get("/v1/things/unannotated"), 403, "role.missing");
    }

    @Test
    void pointsIntoMalformedJson() {
        problem(
                        planner()
                                .contentType(ContentType.JSON)
                                .body("{\"name\":\n  \"a\",,}")
                                .post("/v1/things"),
                        400,
                        "json.malformed")
                .body("detail", equalTo("Das JSON-Dokument ist in Zeile 2, Spalte 7 fehlerhaft."))
                .body("errors[0].line", equalTo(2));
    }

    @Test
    void pointsAtWrongTypes() {
        problem(
                        planner()
                                .contentType(ContentType.JSON)
                                .body("{\"name\":\"a\",\"parts\":[{\"count\":1},{\"count\":\"x\"}]}")
                                .post("/v1/things"),
                        400,
                        "json.not-fitting")
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/parts/1/count"))
                .body("errors[0].code", equalTo("json.wrong-type"))
                .body("errors[0].value", equalTo("x"))
                .body("errors[0].message", equalTo("Erwartet wird eine ganze Zahl."));
    }

    @Test
    void namesTheValuesOfEnumerations() {
        problem(
                        planner()
                                .contentType(ContentType.JSON)
                                .header("Accept-Language", "en")
                                .body("{\"name\":\"a\",\"colour\":\"BLUE\"}")
                                .post("/v1/things"),
                        400,
                        "json.not-fitting")
                .body("errors[0].message", equalTo("Expected is one of the values RED, GREEN."));
    }

    @Test
    void namesUnknownFields() {
        problem(
                        planner()
                                .contentType(ContentType.JSON)
                                .body("{\"name\":\"a\",\"colr\":\"RED\"}")
                                .post("/v1/things"),
                        400,
                        "json.not-fitting")
                .body("errors[0].pointer", equalTo("/colr"))
                .body("errors[0].code", equalTo("json.unknown-field"))
                .body("errors[0].message", containsString("colour, day, key, name, parts, weight"));
    }

    @Test
    void refusesEmptyBodies() {
        problem(planner().contentType(ContentType.JSON).post("/v1/things"), 400, "request.body-missing");
    }

    @Test
    void listsBrokenConstraints() {
        problem(
                        planner()
                                .contentType(ContentType.JSON)
                                .body("{\"name\":\" \",\"parts\":[{\"count\":1},{\"count\":-2}]}")
                                .post("/v1/things"),
                        400,
                        "constraint.violated")
                .body("errors.pointer", contains("/name", "/parts/1/count"))
                .body("errors.code", contains("constraint.not-blank", "constraint.positive"))
                .body("errors[1].value", equalTo("-2"))
                .body("errors[1].message", equalTo("muss größer als 0 sein"));
    }

    @Test
    void namesBrokenConstraintsOfParametersInEnglish() {
        problem(given().header("Accept-Language", "en").get("/v1/things?most=6"), 400, "constraint.violated")
                .body("errors[0].pointer", equalTo("most"))
                .body("errors[0].message", equalTo("must be less than or equal to 5"));
    }

    @Test
    void namesParametersOfWrongType() {
        problem(given().get("/v1/things?day=31.12.2023"), 400, "parameter.wrong-type")
                .body("detail", equalTo("Der Parameter „day“ muss ein Datum wie 2023-12-31 sein."))
                .body("errors[0].pointer", equalTo("day"))
                .body("errors[0].value", equalTo("31.12.2023"));
        for (String day : List.of("%2B999999999-12-31", "-0044-03-15", "0000-01-01", "2023-02-30")) {
            problem(given().urlEncodingEnabled(false).get("/v1/things?day=" + day), 400, "parameter.wrong-type");
        }
        problem(given().get("/v1/things?colour=BLUE"), 400, "parameter.wrong-type")
                .body("detail", equalTo("Der Parameter „colour“ muss einer der Werte RED, GREEN sein."));
        problem(given().get("/v1/things?limit=many"), 400, "parameter.wrong-type");
        problem(given().get("/v1/things/identified/7"), 400, "parameter.wrong-type");
    }

    @Test
    void refusesMalformedKeys() {
        problem(given().urlEncodingEnabled(false).get("/v1/things/a%20b"), 400, "key.malformed")
                .body("errors[0].value", equalTo("a b"));
    }

    @Test
    void pointsIntoPartsOfForms() {
        problem(
                        planner()
                                .multiPart("file", "a.csv", new byte[] {1}, "text/csv")
                                .multiPart("options", "{\"name\": \"a\", \"nam\": 2}", "application/json")
                                .post("/v1/things/files"),
                        400,
                        "json.not-fitting")
                .body("errors[0].pointer", equalTo("/nam"));
        problem(
                planner()
                        .multiPart("file", "a.csv", new byte[] {1}, "text/csv")
                        .multiPart("options", "{\"name\"", "application/json")
                        .post("/v1/things/files"),
                400,
                "json.malformed");
    }

    @Test
    void refusesWhatIsTooLarge() {
        String answer = RawHttp.send(
                "POST /trial/v1/things HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: 99999999999");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("request.too-large", "application/problem+json");
    }

    @Test
    void refusesDocumentsOfMoreThanAMegabyteThatSayTheirLength() {
        String answer = RawHttp.send(
                "POST /trial/v1/things HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: " + (1 + (1 << 20)));

        assertThat(answer).startsWith("HTTP/1.1 413").contains("request.too-large", "1048576");
    }

    @Test
    void refusesDocumentsThatGoOnWithoutSayingTheirLength() {
        String chunk = " ".repeat(1 << 16);
        List<String> lines = new ArrayList<>(List.of(
                "POST /trial/v1/things HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + Tokens.of("planner"),
                "Content-Type: application/json",
                "Connection: close",
                "Transfer-Encoding: chunked",
                ""));
        for (int i = 0; i < 100; i++) {
            lines.add(Integer.toHexString(chunk.length()));
            lines.add(chunk);
        }
        lines.add("0");

        String answer = RawHttp.send(lines.toArray(String[]::new));

        assertThat(answer).startsWith("HTTP/1.1 413").contains("request.too-large", "1048576");
    }

    @Test
    void takesFilesThatAreLargerThanDocuments() {
        planner()
                .multiPart("file", "a.csv", new byte[3 << 20], "text/csv")
                .multiPart("options", "{\"name\": \"a\"}", "application/json")
                .post("/v1/things/files")
                .then()
                .statusCode(200);
    }

    @Test
    void saysWhenToAskAgain() {
        problem(given().get("/v1/things/faults/soon"), 503, "server.unavailable")
                .header("Retry-After", "2");
    }

    @Test
    void tellsNothingOfTheInside() {
        String body = problem(given().get("/v1/things/faults/state"), 500, "server.error")
                .extract()
                .asString();

        assertThat(body).doesNotContain("secret", "Secret", "Exception", "select");
    }

    @Test
    void takesArgumentsOfPlatformCodeForFaultsOfThePlatform() {
        problem(given().get("/v1/things/faults/argument"), 500, "server.error");
    }

    @Test
    void takesNoNumberForATextAndNoTextForANumber() {
        problem(
                        planner()
                                .contentType(ContentType.JSON)
                                .body("{\"name\": 1}")
                                .post("/v1/things"),
                        400,
                        "json.not-fitting")
                .body("errors[0].pointer", equalTo("/name"))
                .body("errors[0].message", equalTo("Erwartet wird ein Text."));
        problem(
                        planner()
                                .contentType(ContentType.JSON)
                                .body("{\"name\": \"a\", \"weight\": \"1,5\"}")
                                .post("/v1/things"),
                        400,
                        "json.not-fitting")
                .body("errors[0].pointer", equalTo("/weight"))
                .body("errors[0].message", equalTo("Erwartet wird eine Zahl."));
        problem(
                        planner()
                                .contentType(ContentType.JSON)
                                .body("{\"name\": \"a\", \"day\": \"\"}")
                                .post("/v1/things"),
                        400,
                        "json.not-fitting")
                .body("errors[0].message", equalTo("Erwartet wird ein Datum wie 2023-12-31."));
    }

    @Test
    void refusesJsonThatSaysSomethingTwiceOrMore() {
        for (String body : List.of("{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":\"a\"} x", "[]", "null", "7")) {
            planner()
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post("/v1/things")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void refusesCharactersThatCannotBeStored() {
        problem(
                planner()
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", UUID.randomUUID())
                        .body("{\"name\":\"a\\u0000b\"}")
                        .post("/v1/things"),
                400,
                "request.value-not-storable");
    }

    @Test
    void refusesMalformedRequestsOfEveryKind() {
        planner()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
                .contentType("multipart/form-data")
                .body("x")
                .post("/v1/things/files")
                .then()
                .statusCode(org.hamcrest.Matchers.both(org.hamcrest.Matchers.greaterThanOrEqualTo(400))
                        .and(org.hamcrest.Matchers.lessThan(500)))
                .contentType("application/problem+json");
        planner()
                .multiPart("other", "x")
                .post("/v1/things/files")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        given().urlEncodingEnabled(false)
                .get("/v1/things/%ff")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        assertThat(RawHttp.send("GET /trial/v1/things/%zz HTTP/1.1", "Host: localhost", "Connection: close"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void refusesNumbersBeyondMeasure() {
        problem(
                        planner()
                                .contentType(ContentType.JSON)
                                .body("{\"name\":\"a\",\"parts\":[{\"count\":99999999999}]}")
                                .post("/v1/things"),
                        400,
                        "json.not-fitting")
                .body("errors[0].pointer", equalTo("/parts/0/count"))
                .body("errors[0].message", equalTo("Erwartet wird eine ganze Zahl."));
        problem(
                        planner()
                                .contentType(ContentType.JSON)
                                .body("{\"name\":\"a\",\"weight\":1e999999999}")
                                .post("/v1/things"),
                        400,
                        "json.not-fitting")
                .body("errors[0].pointer", equalTo("/weight"));
    }
}
