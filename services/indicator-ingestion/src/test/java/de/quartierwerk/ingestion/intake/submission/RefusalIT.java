package de.quartierwerk.ingestion.intake.submission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class RefusalIT {
    private static final String MAPPING =
            "{\"spaceColumn\":\"raum\",\"period\":\"2013\",\"columns\":{\"a\":{\"indicator\":\"refusal\"}}}";
    private static final String FILE = "raum;a\n99001001-01;5\n";

    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
        Api.indicator("refusal", "count", "persons");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'x','unit':'percent','kind':'ratio','surprise':1}|400|/surprise|json.unknown-field",
                "{'name':'x','unit':'percent','kind':'share'}|400|/kind|json.wrong-type",
                "{'name':'x','unit':'percent','kind':'ratio','minimumCount':'many'}|400|/minimumCount|json.wrong-type",
                "{'name':'x','unit':'percent','kind':'ratio','formula':'[a] +'}|422|/formula|indicator.formula-malformed",
                "{'name':'x','unit':'percent','kind':'ratio','formula':'[nowhere] * 2'}|422|/formula|indicator.unknown",
                "{'name':'x','unit':'percent','kind':'ratio','numerator':'refusal'}|422|/denominator|indicator.ratio-incomplete",
                "{'name':'x','unit':'percent','kind':'ratio','formula':'[refused] * 2'}|422|/formula|indicator.cycle",
                "{'name':'x','unit':'percent','kind':'ratio','referenceDate':'--02-30'}|422|/referenceDate|indicator.reference-date",
            })
    void namesWhatIsWrongWithADefinition(String body, int status, String pointer, String code) {
        Api.as("steward")
                .contentType("application/json")
                .body(body.replace('\'', '"'))
                .put("/indicators/refused")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer), "errors.code", contains(code));
        Api.as(null).get("/indicators/refused").then().statusCode(404).body("code", is("indicator.unknown"));
    }

    @Test
    void refusesMalformedJson() {
        Api.as("steward")
                .contentType("application/json")
                .body("{\"name\":")
                .put("/indicators/refused")
                .then()
                .statusCode(400)
                .body("code", is("json.malformed"));
    }

    @Test
    void refusesToChangeWhatBelongsToThePlatform() {
        Api.as("steward")
                .contentType("application/json")
                .body(Map.of("name", "x", "unit", "km2", "kind", "index"))
                .put("/indicators/registry:area-km2")
                .then()
                .statusCode(409)
                .body("code", is("indicator.built-in"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicators", "profiles"})
    void refusesMalformedCodes(String list) {
        Api.as("steward")
                .contentType("application/json")
                .body("{\"name\":\"x\",\"unit\":\"percent\",\"kind\":\"ratio\"}")
                .put("/indicators/a b")
                .then()
                .statusCode(400)
                .body("code", is("key.malformed"));
        Api.as(null).get("/" + list + "?limit=0").then().statusCode(400).body("code", is("page.limit-out-of-range"));
        Api.as(null).get("/" + list + "?cursor=!").then().statusCode(400).body("code", is("page.cursor-malformed"));
    }

    @Test
    void refusesEmptyBinaryAndUnreadableFiles() {
        byte[] noise = new byte[4000];
        new Random(7).nextBytes(noise);

        problem(Api.deliver("steward", "a.csv", new byte[0], MAPPING, ""), 422, "file.empty");
        problem(Api.deliver("steward", "a.csv", noise, MAPPING, ""), 422, "file.binary");
        problem(
                Api.deliver("steward", "a.csv", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0}, MAPPING, ""),
                422,
                "file.compression-broken");
        problem(
                Api.deliver("steward", "../a.csv", FILE.getBytes(StandardCharsets.UTF_8), MAPPING, ""),
                400,
                "file.name");
        problem(
                Api.as("steward")
                        .multiPart("mapping", MAPPING)
                        .post("/submissions")
                        .then(),
                400,
                "file.required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'spaceColumn':'raum','period':'2013','columns':{'a':{'indicator':'refusal'}},'headerRows':4}|422|mapping.does-not-fit"
                        + "|/headerRows|mapping.header-rows",
                "{'spaceColumn':'raum','period':'2013','columns':{'a':{'indicator':'refusal'}},"
                        + "'rows':{'where':{'column':'alter','equals':'x'}}}|422|mapping.does-not-fit"
                        + "|/rows/where/column|mapping.column-unknown",
                "{'spaceColumn':'raum','period':'2013','columns':{'a':{'indicator':'refusal'}},"
                        + "'key':{'translate':{'a b':'b','a  b':'c'}}}|422|mapping.invalid|/key/translate/a  b|mapping.text-twice",
                "{'spaceColumn':'raum','period':'2013','columns':{'a':{'indicator':'refusal'}},"
                        + "'key':{'padTo':64,'prefix':'0'}}|422|mapping.invalid|/key/prefix|mapping.key-too-long",
                "{'space':'nirgends','period':'2013','columns':{'a':{'indicator':'refusal'}}}|422|mapping.invalid|/space|space.unknown",
                "{'spaceInHeader':true,'period':'2013','indicator':'nobody-knows'}|422|mapping.invalid|/indicator|indicator.unknown",
                "{'layout':'tall'}|400|json.not-fitting|/layout|json.wrong-type",
                "{'spaceColumn':'raum','period':'2013','columns':{'b':{'indicator':'refusal'}}}|422|mapping.does-not-fit"
                        + "|/columns/b|mapping.column-unknown",
                "{'spaceColumn':'raum','period':'2013','columns':{'a':{'indicator':'nowhere'}}}|422|mapping.invalid"
                        + "|/columns/a/indicator|indicator.unknown",
                "{'spaceColumn':'raum','period':'2013','level':'nowhere','columns':{'a':{'indicator':'refusal'}}}|422"
                        + "|mapping.invalid|/level|level.unknown",
                "{'spaceColumn':'raum','period':'13','columns':{'a':{'indicator':'refusal'}}}|422|mapping.invalid"
                        + "|/period|period.malformed",
                "{'spaceColumn':'raum','surprise':1}|400|json.not-fitting|/surprise|json.unknown-field",
            })
    void namesWhatIsWrongWithAMapping(String mapping, int status, String code, String pointer, String error) {
        problem(Api.deliver("steward", FILE, mapping.replace('\'', '"'), ""), status, code)
                .body("errors.pointer", hasItem(pointer), "errors.code", hasItem(error));
    }

    @Test
    void refusesUnknownProfilesAndBothAtOnce() {
        problem(Api.deliver("steward", FILE, null, "?profile=nowhere"), 404, "profile.unknown");
        Api.as("steward")
                .contentType("application/json")
                .body(MAPPING)
                .put("/profiles/refusal")
                .then()
                .statusCode(201)
                .body("version", is(1));
        Api.as("steward")
                .contentType("application/json")
                .body(MAPPING)
                .put("/profiles/refusal")
                .then()
                .statusCode(200)
                .body("version", is(1));
        problem(Api.deliver("steward", FILE, MAPPING, "?profile=refusal"), 400, "mapping.and-profile");
        Api.deliver("steward", FILE, null, "?profile=refusal&dryRun=true")
                .statusCode(202)
                .body("profile", is("refusal"), "profileVersion", is(1));
    }

    @Test
    void speaksTheCallersLanguage() {
        Api.as(null)
                .header("Accept-Language", "en")
                .get("/indicators/nowhere")
                .then()
                .statusCode(404)
                .body("title", is("Unknown indicator"), "detail", containsString("“nowhere”"));
        Api.as(null).get("/indicators/nowhere").then().body("title", is("Unbekannter Indikator"));
    }

    @Test
    void doesNotTakeAnEmptyWordForADelivery() {
        problem(Api.deliver("steward", FILE, MAPPING, "?dryRun="), 400, "parameter.wrong-type");
        problem(Api.deliver("steward", FILE, MAPPING, "?dryRun"), 400, "parameter.wrong-type");
    }

    @ParameterizedTest
    @CsvSource({
        "period=23,period.malformed",
        "recordedAt=yesterday,parameter.wrong-type",
        "recordedAt=2999-01-01T00:00:00Z,value.recorded-at-future",
        "asOf=2013,parameter.wrong-type",
        "space=a+b,key.malformed",
        "limit=1001,page.limit-out-of-range",
    })
    void refusesParametersThatCannotBe(String query, String code) {
        problem(Api.as(null).get("/values?" + query).then(), 400, code);
    }

    @Test
    void anAnswerToARepeatedKeyIsTheFirstOne() {
        String id = deliverWithKey("key-1", FILE).statusCode(202).extract().path("id");

        deliverWithKey("key-1", FILE).statusCode(202).body("id", is(id));
        problem(deliverWithKey("key-1", FILE + "99001001-02;6\n"), 422, "idempotency.content-differs");
        deliverWithKey("key-2", FILE).statusCode(202).body("id", not(is(id)));
    }

    private static ValidatableResponse deliverWithKey(String key, String file) {
        return Api.as("steward")
                .header("Idempotency-Key", key)
                .multiPart("file", "a.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mapping", MAPPING, "application/json")
                .post("/submissions")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("code", is(code));
    }
}
