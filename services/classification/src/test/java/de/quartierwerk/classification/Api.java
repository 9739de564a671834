package de.quartierwerk.classification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.quartierwerk.servers.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls of the service's API. */
public final class Api {
    private static final String ROOT = "/classification/v1";

    private static final JsonPathConfig DOUBLES = new JsonPathConfig(NumberReturnType.DOUBLE);

    public static RequestSpecification as(String user) {
        RequestSpecification request =
                given().basePath(ROOT).contentType(ContentType.JSON).accept(ContentType.JSON);
        return user == null ? request : request.header("Authorization", "Bearer " + Tokens.of(user));
    }

    public static Response put(String user, Map<String, Object> scheme) {
        return as(user).body(scheme).put("/schemes/" + scheme.get("code"));
    }

    public static void stored(Map<String, Object> scheme) {
        assertThat(put("planner", scheme).statusCode()).isIn(200, 201);
    }

    /** Stores and approves a scheme. */
    public static void approved(Map<String, Object> scheme) {
        int version = put("planner", scheme).then().extract().path("version");
        as("steward")
                .post("/schemes/" + scheme.get("code") + "/versions/" + version + "/approval")
                .then()
                .statusCode(200);
    }

    /** Starts a run and answers its id when it has ended. */
    public static String run(Map<String, Object> body) {
        String id = as("planner")
                .body(body)
                .post("/runs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        ended(id);
        return id;
    }

    public static JsonPath ended(String run) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get("planner", "/runs/" + run).getString("state"))
                        .isEqualTo("COMPLETED"));
        return get("planner", "/runs/" + run);
    }

    public static JsonPath get(String user, String path) {
        return as(user).get(path).then().statusCode(200).extract().jsonPath(DOUBLES);
    }

    /** All results of a run, page by page. */
    public static List<Map<String, Object>> results(String user, String run, String query) {
        List<Map<String, Object>> items = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = get(
                    user, "/runs/" + run + "/results?limit=200" + query + (cursor == null ? "" : "&cursor=" + cursor));
            items.addAll(page.getList("items"));
            cursor = page.getString("next");
        } while (cursor != null);
        return items;
    }

    private Api() {}
}
