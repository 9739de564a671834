package de.quartierwerk.ingestion.delivery.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Expected deliveries with their reminders, and the matrix of values that are there. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class DeliveryIT {
    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
    }

    @Test
    void organisationsAreRemindedOfWhatIsDue() {
        Api.indicator("due-a", "count", "persons");
        Api.indicator("due-b", "count", "persons");
        String body = "{\"organisation\":\"verband-a\",\"indicators\":[\"due-a\",\"due-b\"],\"level\":\"social-space\","
                + "\"area\":\"99001001\",\"period\":\"2018\",\"due\":\"2019-04-30\",\"remindDays\":10}";
        expectation("steward-elsewhere", body).statusCode(403);
        expectation("steward", body.replace("due-b", "due-c"))
                .statusCode(422)
                .body("errors[0].pointer", is("/indicators/1"));
        expectation("steward", body)
                .statusCode(201)
                .body("state", is("open"), "counts.expected", is(6), "counts.released", is(0));
        expectation("steward", body).statusCode(200).body("version", is(1));

        reminders("supplier", "2019-04-19").body("items.expectation", not(hasItem("due")));
        reminders("supplier", "2019-04-20")
                .body(
                        "items.find { it.expectation == 'due' }.daysLeft", is(10),
                        "items.find { it.expectation == 'due' }.missing", is(6),
                        "items.find { it.expectation == 'due' }.message",
                                is("Bis zum 2019-04-30 fehlen noch 6 Werte für 2018."));
        reminders("supplier2", "2019-05-03").body("items.expectation", not(hasItem("due")));
        reminders("steward-elsewhere", "2019-05-03").body("items.expectation", not(hasItem("due")));
        reminders("municipal-planner", "2019-05-03").body("items.find { it.expectation == 'due' }.daysLeft", is(-3));

        String both =
                "{\"spaceColumn\":\"raum\",\"period\":\"2018\",\"columns\":{\"a\":{\"indicator\":\"due-a\"},\"b\":{\"indicator\":\"due-b\"}}}";
        String id = Api.check("supplier", "raum;a;b\n99001001-01;5;5\n99001001-02;5;5\n99001001-03;5;x\n", both)
                .getString("id");
        state("supplier").body("items.find { it.code == 'due' }.state", is("delivered"));
        reminders("supplier", "2019-05-03").body("items.expectation", not(hasItem("due")));
        Api.approve(id);
        state("steward")
                .body(
                        "items.find { it.code == 'due' }.state",
                        is("released"),
                        "items.find { it.code == 'due' }.counts.released",
                        is(6));
        Api.as("supplier")
                .get("/expectations/due")
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .header("Cache-Control", is("no-store"))
                .body("counts.released", is(6));
        Api.as("supplier2").get("/expectations/due").then().statusCode(404).body("code", is("expectation.unknown"));
        Api.as("steward").delete("/expectations/due").then().statusCode(204);
        state("steward").body("items.code", not(hasItem("due")));
    }

    @Test
    void theDeliveryStateIsAMatrix() {
        Api.indicator("state-a", "count", "persons");
        Api.indicator("state-b", "count", "persons");
        Api.release("raum;a\n99001001-01;5\n99001001-02;x\n99001002-01;7\n", Api.mapping("state-a", "2018"));
        Api.check("supplier", "raum;a\n99001001-03;5\n99001001-01;6\n", Api.mapping("state-a", "2018"));
        String query = "/delivery-state?level=social-space&indicator=state-a,state-b&period=2018";

        JsonPath all =
                Api.as("planner").get(query).then().statusCode(200).extract().jsonPath();
        assertThat(all.getMap("columns[0]"))
                .isEqualTo(Map.of(
                        "indicator",
                        "state-a",
                        "period",
                        "2018",
                        "released",
                        2,
                        "missing",
                        1,
                        "pending",
                        1,
                        "open",
                        2));
        assertThat(all.getInt("columns[1].open")).isEqualTo(6);
        Api.as("municipal-planner")
                .get(query + "&limit=2")
                .then()
                .body(
                        "items.space", is(List.of("99001001-01", "99001001-02")),
                        "items.cells", is(List.of(List.of("released", "open"), List.of("missing", "open"))),
                        "columns[0].open", is(0),
                        "next", notNullValue());
        assertThat(Api.as("steward")
                        .accept("text/csv")
                        .get(query + "&parent=99001001")
                        .asString())
                .isEqualToNormalizingNewlines("""
                        space;name;state-a 2018;state-b 2018
                        99001001-01;Raum 99001001-01;released;open
                        99001001-02;Raum 99001001-02;missing;open
                        99001001-03;Raum 99001001-03;pending;open
                        """);
        Api.as("steward-elsewhere")
                .get(query)
                .then()
                .statusCode(200)
                .body("items", is(List.of()), "columns[0].open", is(0));
        Api.as("planner")
                .get("/delivery-state?level=social-space&indicator=gone&period=2018")
                .then()
                .statusCode(404)
                .body("code", is("indicator.unknown"));
        Api.as("planner")
                .get("/delivery-state?level=gone&indicator=state-a&period=2018")
                .then()
                .statusCode(404)
                .body("code", is("level.unknown"));
        Api.as("planner").get(query + "&parent=gone").then().statusCode(404).body("code", is("space.unknown"));
        Api.as("planner")
                .get("/delivery-state?indicator=state-a&period=2018")
                .then()
                .statusCode(400)
                .body("code", is("parameter.missing"));
        Api.as("planner")
                .get("/delivery-state?level=social-space")
                .then()
                .statusCode(400)
                .body("code", is("delivery.columns-missing"));
    }

    private static ValidatableResponse expectation(String user, String body) {
        return Api.as(user)
                .contentType("application/json")
                .body(body)
                .put("/expectations/due")
                .then();
    }

    private static ValidatableResponse reminders(String user, String day) {
        return Api.as(user).get("/reminders?on=" + day).then().statusCode(200);
    }

    private static ValidatableResponse state(String user) {
        return Api.as(user).get("/expectations").then().statusCode(200);
    }
}
