package de.quartierwerk.classification.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a suppressed value takes part, only stewards get numbers. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class DisclosureIT {
    private static boolean prepared;

    @BeforeEach
    void given() {
        if (!prepared) {
            prepare();
            prepared = true;
        }
    }

    private static void prepare() {
        Neighbours.level("secret-area", 40);
        Neighbours.indicator("secret-x", "ratio", "burden");
        Neighbours.spaces(List.of(
                Neighbours.space("secret-area", "S-1"),
                Neighbours.space("secret-area", "S-2"),
                Neighbours.space("secret-area", "S-3")));
        Neighbours.release(new Neighbours.Batch("secret-x", 2020)
                .value("S-1", 1)
                .suppressed("S-2", 2.123)
                .value("S-3", 3));
        Api.stored(scheme("secret-public"));
        Api.approved(scheme("secret-exact"));
    }

    @Test
    void withoutApprovalSuppressedValuesAreMissing() {
        String run = Api.run(Map.of("scheme", "secret-public", "period", "2020"));

        JsonPath answer = Api.get("steward", "/runs/" + run);
        assertThat(answer.getString("basis")).isEqualTo("public");
        assertThat(answer.getInt("counts.unclassified")).isEqualTo(1);
        Map<?, ?> result = (Map<?, ?>) Api.results("steward", run, "").get(1).get("indices");
        assertThat(((Map<?, ?>) result.get("i")).get("reason")).isEqualTo("component-missing");
    }

    @Test
    void withApprovalOthersGetClassesButNoNumbers() {
        String run = Api.run(Map.of("scheme", "secret-exact", "period", "2020"));

        assertThat(Api.get("planner", "/runs/" + run).getString("basis")).isEqualTo("exact");
        for (int i = 0; i < 3; i++) {
            Map<?, ?> hidden = index(Api.results("planner", run, "").get(i));
            Map<?, ?> shown = index(Api.results("steward", run, "").get(i));
            assertThat(hidden.get("value")).isNull();
            assertThat(hidden.get("raw")).isNull();
            assertThat(hidden.get("reason")).isEqualTo("withheld");
            assertThat(hidden.get("class")).isEqualTo(shown.get("class")).isNotNull();
            assertThat(shown.get("value")).isNotNull();
        }
        JsonPath hidden = Api.get("planner", "/runs/" + run + "/results/S-2/explanation");
        assertThat(hidden.getBoolean("withheld")).isTrue();
        assertThat(hidden.<Object>get("indices[0].components[0].value")).isNull();
        assertThat(hidden.<Object>get("indices[0].components[0].mean")).isNull();
        assertThat(hidden.<Object>get("indices[0].components[0].contribution")).isNull();
        assertThat(hidden.<Object>get("needs[0].when.found")).isNull();
        assertThat(hidden.<Object>get("needs[0].when.margin")).isNull();
        assertThat(hidden.getBoolean("needs[0].when.held")).isTrue();
        assertThat(Api.get("planner", "/runs/" + run + "/robustness").getList("withheld"))
                .isEqualTo(List.of("i"));
        JsonPath shown = Api.get("steward", "/runs/" + run + "/results/S-2/explanation");
        assertThat(shown.getDouble("indices[0].components[0].value")).isEqualTo(2.123);
        assertThat(shown.getDouble("needs[0].when.found")).isEqualTo(2.123);
    }

    @Test
    void noEventCarriesANumberThatASuppressedValueIsIn() {
        String run = Api.run(Map.of("scheme", "secret-exact", "period", "2020"));
        Api.as("planner")
                .body(Map.of())
                .post("/runs/" + run + "/publication")
                .then()
                .statusCode(200);

        JsonNode event = TestEvents.received(Topics.CLASSIFICATION, EventTypes.CLASSIFICATION_PUBLISHED).stream()
                .map(TestEvents.Sent::data)
                .filter(data -> data.get("run").asText().equals(run))
                .findFirst()
                .orElseThrow();

        event.get("results").forEach(result -> {
            assertThat(result.at("/indices/i/value").isNull()).isTrue();
            assertThat(result.at("/indices/i/classCode").asText()).isNotEmpty();
        });
        String csv =
                Api.as(null).accept("text/csv").get("/runs/" + run + "/results").asString();
        assertThat(csv).contains("S-2;;;;").doesNotContain("2.123");
    }

    @Test
    void simulationsSeePublicValuesOnlyAndStoreNothing() {
        JsonPath answer = Api.as("steward")
                .body(Map.of("scheme", scheme("secret-simulated"), "period", "2020"))
                .post("/simulations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getString("basis")).isEqualTo("public");
        assertThat(answer.getInt("counts.unclassified")).isEqualTo(1);
        assertThat(answer.getList("results")).hasSize(3);
        assertThat(answer.<Object>get("results[1].indices.i.value")).isNull();
        Api.as("planner").get("/schemes/secret-simulated").then().statusCode(404);
        JsonPath problem = Api.as("planner")
                .body(Map.of("scheme", Map.of("code", "x"), "period", "2020"))
                .post("/simulations")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();
        assertThat(problem.getList("errors.pointer")).contains("/scheme/title", "/scheme/level");
    }

    private static Map<?, ?> index(Map<String, Object> result) {
        return (Map<?, ?>) ((Map<?, ?>) result.get("indices")).get("i");
    }

    private static Map<String, Object> scheme(String code) {
        Map<String, Object> scheme = SchemeDocuments.scheme(
                code,
                "secret-area",
                List.of(SchemeDocuments.index(
                        "i",
                        SchemeDocuments.components("secret-x"),
                        SchemeDocuments.breaks(List.of(0), List.of("1", "2"), List.of("low", "high")))));
        scheme.put(
                "needs",
                List.of(SchemeDocuments.need("N", SchemeDocuments.figure("secret-x", "value", "all", ">", 2))));
        return scheme;
    }
}
