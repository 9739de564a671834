package de.quartierwerk.ingestion.delivery.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The inventory of data, as planners keep it. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class InventoryIT {
    @Test
    void theInventoryTellsWhatIsThereAndWhatIsMissing() {
        Region.tell();
        Map<String, Object> entry = Map.of(
                "title",
                "Hitzebelastung",
                "holder",
                "Umweltamt",
                "granularity",
                "social-space",
                "legalBasis",
                "§ 1 KlimaG",
                "state",
                "missing",
                "area",
                "99001001");

        inventory("municipal-planner", "heat", entry).statusCode(201).body("version", is(1));
        inventory("municipal-planner", "heat", entry).statusCode(200).body("version", is(1));
        inventory("steward-elsewhere", "heat", entry).statusCode(403);
        inventory(
                        "planner",
                        "heat",
                        Map.of(
                                "title",
                                "x",
                                "holder",
                                "x",
                                "granularity",
                                "x",
                                "state",
                                "missing",
                                "indicators",
                                List.of("gone")))
                .statusCode(422)
                .body("errors[0].pointer", is("/indicators/0"));
        Api.as("planner").get("/inventory?state=missing").then().body("items.code", hasItem("heat"));
        Api.as("planner").get("/inventory?state=lost").then().statusCode(400);
        Api.as("planner")
                .get("/inventory?indicator=gone")
                .then()
                .statusCode(404)
                .body("code", is("indicator.unknown"));
        assertThat(Api.as("planner")
                        .accept("text/csv")
                        .get("/inventory?state=missing")
                        .asString())
                .startsWith("code;title;holder;granularity;")
                .contains("heat;Hitzebelastung;Umweltamt;social-space;");
        assertThat(Api.as("steward-elsewhere").get("/inventory").jsonPath().getList("items.code"))
                .doesNotContain("heat");
        Api.as("steward-elsewhere").get("/inventory/heat").then().statusCode(404);
        Api.as("steward-elsewhere").delete("/inventory/heat").then().statusCode(404);
        Api.as("municipal-planner").delete("/inventory/heat").then().statusCode(204);
        Api.as("planner").get("/inventory/heat").then().statusCode(404);
    }

    @Test
    void entriesAroundAnAreaAreSeenInIt() {
        Region.tell();
        Map<String, Object> district = Map.of(
                "title",
                "Kreisdaten",
                "holder",
                "Kreis",
                "granularity",
                "district",
                "state",
                "available",
                "area",
                "99001");
        Map<String, Object> other =
                Map.of("title", "x", "holder", "x", "granularity", "x", "state", "available", "area", "99001002");
        inventory("planner", "around-district", district).statusCode(201);
        inventory("planner", "around-other", other).statusCode(201);

        List<String> seen = Api.as("municipal-planner")
                .get("/inventory?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .path("items.code");

        assertThat(seen).contains("around-district").doesNotContain("around-other");
        Api.as("municipal-planner").get("/inventory/around-other").then().statusCode(404);
    }

    @Test
    void manyWritersOfOneNewEntryLoseNothing() {
        List<CompletableFuture<Integer>> writers = IntStream.range(0, 8)
                .mapToObj(i -> Map.<String, Object>of(
                        "title", "Titel " + i, "holder", "x", "granularity", "x", "state", "available"))
                .map(entry -> CompletableFuture.supplyAsync(() ->
                        inventory("planner", "many-writers", entry).extract().statusCode()))
                .toList();

        List<Integer> statuses =
                writers.stream().map(CompletableFuture::join).sorted().toList();

        assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
        Api.as("planner")
                .get("/inventory/many-writers")
                .then()
                .header("ETag", is("\"8\""))
                .body("version", is(8));
    }

    private static ValidatableResponse inventory(String user, String code, Map<String, Object> entry) {
        return Api.as(user)
                .contentType("application/json")
                .body(entry)
                .put("/inventory/" + code)
                .then();
    }
}
