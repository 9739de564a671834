package de.quartierwerk.reporting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Takes in the example of every event that the other services send, and nothing else. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class EventExamplesIT {
    private static void send(String topic, String type) {
        TestEvents.sendExample(topic, "example", type, "example", 1);
    }

    private static ValidatableResponse deadLetters() {
        return given().header("Authorization", "Bearer " + Tokens.of("admin"))
                .get("/v1/dead-letters")
                .then()
                .statusCode(200);
    }

    @Test
    void takesInTheExampleOfEveryEvent() {
        send(Topics.SOCIAL_SPACE, EventTypes.LEVEL_DEFINED);
        send(Topics.SOCIAL_SPACE, EventTypes.LEVEL_WITHDRAWN);
        send(Topics.SOCIAL_SPACE, EventTypes.SPACE_CREATED);
        send(Topics.SOCIAL_SPACE, EventTypes.SPACE_CHANGED);
        send(Topics.SOCIAL_SPACE, EventTypes.SPACES_IMPORTED);
        send(Topics.INDICATOR, EventTypes.INDICATOR_DEFINED);
        send(Topics.VALUE_PUBLIC, EventTypes.PUBLIC_VALUES_RELEASED);
        send(Topics.CLASSIFICATION, EventTypes.CLASSIFICATION_PUBLISHED);
        send(Topics.CLASSIFICATION, EventTypes.NEED_ADDED);
        send(Topics.STAKEHOLDER, EventTypes.STAKEHOLDER_CHANGED);
        send(Topics.STAKEHOLDER, EventTypes.OFFER_CHANGED);
        send(Topics.FUNDING, EventTypes.GRANT_DECIDED);
        send(Topics.FUNDING, EventTypes.GRANT_PAID);
        send(Topics.FUNDING, EventTypes.DEADLINE_NEAR);

        given().get("/v1/spaces/99001001-01/profile?period=2023")
                .then()
                .statusCode(200)
                .body("results.scheme", hasItem("fields-of-action"))
                .body("indicators.find { it.code == 'unemployed' }.value.value", equalTo(7.25f))
                .body("indicators.find { it.code == 'unemployed' }.name", equalTo("Arbeitslose"))
                .body("offers.find { it.key == 'familientreff' }.stakeholder", equalTo("Verband A"))
                .body(
                        "grants.find { it.application == '5d9d1f0e-6b1c-4c1e-9a54-3a7b2f6c8e01' }.paid",
                        equalTo("12000.00"));
        given().get("/v1/needs?scheme=fields-of-action&period=2023")
                .then()
                .statusCode(200)
                .body("spaces", equalTo(2))
                .body("considered", equalTo(1))
                .body("needs.spaces", contains(1));
        deadLetters().body("items.findAll { it.subject == 'example' }", empty());
    }

    @Test
    void keepsAnEventThatItDoesNotKnowAsADeadLetter() {
        TestEvents.send(
                Topics.FUNDING,
                "unknown",
                "de.quartierwerk.grant.sung.v1",
                "unknown-event",
                1,
                TestEvents.example(EventTypes.GRANT_PAID));

        await().untilAsserted(() -> deadLetters().body("items.subject", hasItem("unknown-event")));
    }
}
