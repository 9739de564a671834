package de.quartierwerk.kit.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import de.quartierwerk.kit.inbox.Inbox;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class InboxIT {
    @Inject
    FactHandler facts;

    @Inject
    Inbox inbox;

    @Inject
    Settling settling;

    private final String prefix = UUID.randomUUID().toString();

    @Test
    void appliesARedeliveredEventOnce() {
        String id = UUID.randomUUID().toString();
        send(id, "delivered twice");
        send(id, "delivered twice");
        send("another");

        settling.catchUp(FactHandler.TOPIC);

        assertThat(applied()).containsExactly("delivered twice", "another");
    }

    @Test
    void settlingWaitsForWhatWasSentBefore() {
        for (int number = 0; number < 300; number++) {
            send("fact " + number);
        }

        settling.catchUp(FactHandler.TOPIC);

        assertThat(applied()).hasSize(300);
    }

    @Test
    void keepsWhatCannotBeAppliedAndGoesOn() {
        facts.setBroken(prefix + "broken", true);
        String id = send("broken");
        send("whole");

        settling.catchUp(FactHandler.TOPIC);

        assertThat(applied()).containsExactly("whole");
        given().auth()
                .oauth2(Tokens.of("admin"))
                .get("/v1/dead-letters")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body(
                        "items.find { it.id == '" + id + "' }.cause",
                        equalTo("IllegalStateException: cannot apply " + prefix + "broken"));
    }

    @Test
    void appliesADeadLetterOnceWhenItIsReplayed() {
        facts.setBroken(prefix + "broken", true);
        String id = send("broken");
        settling.catchUp(FactHandler.TOPIC);
        facts.setBroken(prefix + "broken", false);

        replay();
        replay();

        assertThat(applied()).containsExactly("broken");
        given().auth()
                .oauth2(Tokens.of("admin"))
                .get("/v1/dead-letters?limit=1000")
                .then()
                .body("items.findAll { it.id == '" + id + "' }.size()", equalTo(0));
    }

    @Test
    void keepsAnEventOfUnknownType() {
        String id = TestEvents.send(FactHandler.TOPIC, prefix, "de.quartierwerk.unheard.of.v1", prefix, 1, "{}");

        settling.catchUp(FactHandler.TOPIC);

        given().auth()
                .oauth2(Tokens.of("admin"))
                .get("/v1/dead-letters?limit=1000")
                .then()
                .body(
                        "items.find { it.id == '" + id + "' }.cause",
                        equalTo("UnknownEventType: Unknown event type de.quartierwerk.unheard.of.v1"));
    }

    @Test
    void goesOnAfterRecordsThatAreNoEvents() {
        Map<String, String> right = TestEvents.attributes(prefix, FactHandler.TYPE + ".spoilt", prefix, 1);
        for (String spoilt : List.of("ce_time", "ce_version", "ce_id", "ce_source", "ce_specversion")) {
            Map<String, String> attributes = new HashMap<>(right);
            attributes.put(spoilt, "x".repeat(spoilt.equals("ce_time") ? 1 : 100_000));
            TestEvents.sendRaw(FactHandler.TOPIC, prefix, attributes, "{}".getBytes(StandardCharsets.UTF_8));
        }
        TestEvents.sendRaw(FactHandler.TOPIC, prefix, right, null);
        TestEvents.sendRaw(FactHandler.TOPIC, prefix, Map.of(), null);
        TestEvents.sendRaw(
                FactHandler.TOPIC,
                prefix,
                Map.of("content-type", "application/cloudevents+json"),
                "{".getBytes(StandardCharsets.UTF_8));
        send("whole");

        settling.catchUp(FactHandler.TOPIC);

        assertThat(applied()).containsExactly("whole");
        given().get("/q/health/live").then().statusCode(200);
        given().auth()
                .oauth2(Tokens.of("admin"))
                .get("/v1/dead-letters?limit=1000")
                .then()
                .body("items.cause", hasItem("MalformedEvent: ce_time is no instant"));
    }

    @Test
    void pausesATopicWhoseEventsBreakTheServiceUntilTheReplay() {
        facts.setBreaking(prefix + "breaking", true);
        send("breaking");
        send("later");

        await().untilAsserted(() -> given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(
                        "checks.find { it.name == 'Topics paused' }.data.'" + FactHandler.TOPIC + "'",
                        endsWith("StackOverflowError: cannot apply " + prefix + "breaking")));
        assertThatThrownBy(() -> settling.catchUp(FactHandler.TOPIC)).isInstanceOf(Unavailable.class);
        assertThat(applied()).isEmpty();
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .body(containsString("quartierwerk_inbox_topic_paused{topic=\"" + FactHandler.TOPIC + "\"} 1.0"));

        facts.setBreaking(prefix + "breaking", false);
        replay();
        settling.catchUp(FactHandler.TOPIC);

        assertThat(applied()).containsExactly("breaking", "later");
    }

    @Test
    void saysOnceThatAllPartsHaveArrived() {
        List<Boolean> arrived = Stream.of(1, 2, 3)
                .map(part -> QuarkusTransaction.requiringNew().call(() -> inbox.arrived(prefix, 3)))
                .toList();

        assertThat(arrived).containsExactly(false, false, true);
    }

    @Test
    void onlyAdministratorsSeeAndReplayDeadLetters() {
        for (String user : List.of("planner", "steward", "auditor", "supplier")) {
            given().auth()
                    .oauth2(Tokens.of(user))
                    .get("/v1/dead-letters")
                    .then()
                    .statusCode(403);
            given().auth()
                    .oauth2(Tokens.of(user))
                    .post("/v1/dead-letters/replay")
                    .then()
                    .statusCode(403);
        }
        given().get("/v1/dead-letters").then().statusCode(401);
        given().post("/v1/dead-letters/replay").then().statusCode(401);
    }

    private void replay() {
        given().auth()
                .oauth2(Tokens.of("admin"))
                .post("/v1/dead-letters/replay")
                .then()
                .statusCode(200);
    }

    private String send(String name) {
        return send(UUID.randomUUID().toString(), name);
    }

    private String send(String id, String name) {
        return TestEvents.send(
                id, FactHandler.TOPIC, prefix, FactHandler.TYPE, prefix, 1, new NamedFact(prefix + name));
    }

    private List<String> applied() {
        return QuarkusTransaction.requiringNew().call(() -> facts.applied(prefix)).stream()
                .map(name -> name.substring(prefix.length()))
                .toList();
    }
}
