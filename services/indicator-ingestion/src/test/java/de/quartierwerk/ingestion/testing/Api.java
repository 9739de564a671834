package de.quartierwerk.ingestion.testing;

import static io.restassured.RestAssured.given;

import de.quartierwerk.servers.Tokens;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;

/** The calls of the main flow, as a client makes them. */
public final class Api {
    private Api() {}

    /** A request of a user; of nobody for null. */
    public static RequestSpecification as(String user) {
        RequestSpecification request = given().basePath("/ingestion/v1");
        return user == null ? request : request.auth().oauth2(Tokens.of(user));
    }

    public static void indicator(String code, String kind, String unit) {
        indicator(code, Map.of("name", code, "unit", unit, "kind", kind));
    }

    public static void indicator(String code, Map<String, Object> definition) {
        as("steward")
                .contentType("application/json")
                .body(definition)
                .put("/indicators/" + code)
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
    }

    public static ValidatableResponse deliver(String user, String file, String mapping, String query) {
        return deliver(user, "values.csv", file.getBytes(StandardCharsets.UTF_8), mapping, query);
    }

    public static ValidatableResponse deliver(String user, String name, byte[] file, String mapping, String query) {
        RequestSpecification request = as(user).multiPart("file", name, file, "text/csv");
        if (mapping != null) {
            request.multiPart(new MultiPartSpecBuilder(mapping)
                    .controlName("mapping")
                    .emptyFileName()
                    .mimeType("application/json")
                    .charset(StandardCharsets.UTF_8)
                    .build());
        }
        return request.post("/submissions" + query).then().log().ifError();
    }

    /** Delivers and waits for the check; answers the submission. */
    public static JsonPath check(String user, String file, String mapping) {
        return check(user, "values.csv", file.getBytes(StandardCharsets.UTF_8), mapping);
    }

    public static JsonPath check(String user, String name, byte[] file, String mapping) {
        String id =
                deliver(user, name, file, mapping, "").statusCode(202).extract().path("id");
        return await(user, id, "VALIDATED", "REJECTED");
    }

    /** Delivers as steward, has steward2 approve, waits for the release; answers the submission. */
    public static JsonPath release(String file, String mapping) {
        JsonPath checked = check("steward", file, mapping);
        return approve(checked.getString("id"));
    }

    public static JsonPath approve(String id) {
        approval(id).statusCode(202);
        return await("steward2", id, "RELEASED");
    }

    public static ValidatableResponse approval(String id) {
        return as("steward2")
                .contentType("application/json")
                .body("{}")
                .post("/submissions/" + id + "/approval")
                .then();
    }

    public static JsonPath await(String user, String id, String... states) {
        AtomicReference<JsonPath> last = new AtomicReference<>();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    last.set(as(user).get("/submissions/" + id)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath());
                    return java.util.List.of(states).contains(last.get().getString("state"));
                });
        return last.get();
    }

    public static JsonPath values(String user, String query) {
        return as(user).get("/values?" + query).then().statusCode(200).extract().jsonPath();
    }

    /** A column {@code a} of values of one indicator and period, beside the spaces' keys in {@code raum}. */
    public static String mapping(String indicator, String period) {
        return mapping(indicator, period, "");
    }

    /** The same with more members, each after a comma. */
    public static String mapping(String indicator, String period, String more) {
        return "{\"spaceColumn\":\"raum\",\"period\":\"" + period + "\",\"columns\":{\"a\":{\"indicator\":\""
                + indicator + "\"}}" + more + "}";
    }

    /** All findings of a submission as CSV. */
    public static String findings(String id) {
        return as("steward")
                .accept("text/csv")
                .get("/submissions/" + id + "/findings")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
