package de.quartierwerk.funding.offer;

import static de.quartierwerk.funding.Api.change;
import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.funding.Api;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Who may read and write offers. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class OfferIT {

    @Test
    void offersBelongToTheirActorsAndSpaces() {
        Api.applicants();
        String inside = Api.space("99001001");
        String hidden = offer("verband-a", inside, false);
        String key = Api.key("o");

        put("supplier2", "offers/" + key, hidden).then().statusCode(403);
        put("planner-elsewhere", "offers/" + key, hidden).then().statusCode(403);
        put("supplier", "offers/" + key, hidden).then().statusCode(201);
        get("supplier", "offers/" + key).then().statusCode(200);
        get("municipal-planner", "offers/" + key).then().statusCode(200);
        get("planner-elsewhere", "offers/" + key).then().statusCode(404);
        get(null, "offers/" + key).then().statusCode(404);
        put("supplier", "offers/" + key, offer("verband-a", inside, true))
                .then()
                .statusCode(428);
        change("supplier", "offers/" + key, "\"1\"", offer("verband-a", inside, true))
                .then()
                .statusCode(200);
        get(null, "offers?space=" + inside + "&need=HF3").then().body("items.key", contains(key));
        put("planner", "offers/" + Api.key("o"), offer("nobody", inside, true))
                .then()
                .statusCode(422)
                .body("code", equalTo("stakeholder.unknown"));
    }

    @Test
    void changesOfActorsAndOffersAreToldToOthers() {
        Api.applicants();
        String key = Api.key("o");
        put("supplier", "offers/" + key, offer("verband-a", Api.space("99001001"), true))
                .then()
                .statusCode(201);

        Assertions.assertThat(TestEvents.received(Topics.STAKEHOLDER, EventTypes.OFFER_CHANGED))
                .filteredOn(event -> event.subject().equals(key))
                .singleElement()
                .satisfies(event -> {
                    Assertions.assertThat(event.key()).isEqualTo("verband-a");
                    Assertions.assertThat(event.version()).isEqualTo(1);
                });
        Assertions.assertThat(TestEvents.received(Topics.STAKEHOLDER, EventTypes.STAKEHOLDER_CHANGED))
                .anySatisfy(event -> Assertions.assertThat(event.subject()).isEqualTo("verband-b"));
    }

    @Test
    void anOfferThatTheCallerMustNotSeeAnswersLikeNone() {
        Api.applicants();
        String hidden = Api.key("o");
        put("supplier", "offers/" + hidden, offer("verband-a", Api.space("99001001"), false))
                .then()
                .statusCode(201);

        put("supplier2", "offers/" + hidden, offer("verband-b", Api.space("99001001"), true))
                .then()
                .statusCode(404)
                .body("code", equalTo("offer.not-found"));
    }

    @Test
    void anActorThatTheCallerMustNotSeeIsUnknown() {
        String hidden = Api.key("a");
        put("planner", "stakeholders/" + hidden, "{\"name\":\"A\",\"kind\":\"k\",\"published\":false}")
                .then()
                .statusCode(201);

        put("municipal-planner", "offers/" + Api.key("o"), offer(hidden, Api.space("99001001"), true))
                .then()
                .statusCode(422)
                .body("code", equalTo("stakeholder.unknown"))
                .body("errors[0].pointer", equalTo("/stakeholder"));
    }

    @Test
    void unknownCodesInFiltersAreRefused() {
        get(null, "offers?stakeholder=nobody").then().statusCode(404).body("code", equalTo("stakeholder.unknown"));
        get(null, "offers?space=nowhere").then().statusCode(404).body("code", equalTo("space.unknown"));
        get(null, "offers?need=nothing").then().statusCode(404).body("code", equalTo("need.unknown"));
    }

    private static String offer(String stakeholder, String space, boolean published) {
        return "{\"stakeholder\":\"" + stakeholder + "\",\"name\":\"Treff\",\"spaces\":[\"" + space
                + "\"],\"needs\":[\"HF3\"],\"published\":" + published + "}";
    }
}
