package de.quartierwerk.registry.republication;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Everything that the registry holds goes out once more, with the versions that it has. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class RepublicationIT {

    @Test
    void tellsEveryLevelAndEverySpanOnceMore() {
        // Given: a key with two spans
        putLevel("again", 61);
        importFile("planner", "key;name\nagain-1;Eins\nagain-2;Zwei\n", options("2006-01-01"));
        importFile("planner", "key;name\nagain-1;Anders\n", options("2021-01-01"));
        Map<String, Long> known = Map.of(
                "again-1 2006-01-01", version("again-1", "2020-12-31"),
                "again-1 2021-01-01", version("again-1", "2021-01-01"),
                "again-2 2006-01-01", version("again-2", "2021-01-01"));
        long levelTold = levels();
        // When
        String location = as("admin")
                .post("republication")
                .then()
                .statusCode(202)
                .body("state", equalTo("RUNNING"))
                .extract()
                .header("Location");
        String id = location.substring(location.lastIndexOf('/') + 1);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> as("admin")
                        .get("republication/" + id)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("COMPLETED")));
        // Then
        Map<String, Long> told = TestEvents.received(Topics.SOCIAL_SPACE, EventTypes.SPACES_IMPORTED).stream()
                .filter(event -> event.subject().equals("republication/" + id))
                .flatMap(
                        event -> StreamSupport.stream(event.data().get("spaces").spliterator(), false))
                .filter(space -> space.get("key").asText().startsWith("again-"))
                .collect(Collectors.toMap(
                        space -> space.get("key").asText() + " "
                                + space.get("validFrom").asText(),
                        space -> space.get("version").asLong()));
        assertThat(told).isEqualTo(known);
        assertThat(levels()).isEqualTo(levelTold + 1);
        as("auditor")
                .queryParam("subject", "republication/" + id)
                .get("audit")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void isForAdministratorsOnly() {
        as(null).post("republication").then().statusCode(401);
        as("planner").post("republication").then().statusCode(403);
    }

    @Test
    void saysThatItDoesNotKnowAnother() {
        as("admin")
                .get("republication/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("republication.unknown"));
    }

    private static long levels() {
        List<JsonNode> told = TestEvents.received(Topics.SOCIAL_SPACE, EventTypes.LEVEL_DEFINED).stream()
                .map(TestEvents.Sent::data)
                .filter(level -> level.get("code").asText().equals("again"))
                .toList();
        assertThat(told).extracting(level -> level.get("version").asLong()).containsOnly(1L);
        return told.size();
    }

    private static long version(String key, String day) {
        String tag = as(null).queryParam("asOf", day)
                .get("spaces/" + key)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        return Long.parseLong(tag.substring(1, tag.length() - 1));
    }

    private static String options(String validFrom) {
        return "{\"level\":\"again\",\"validFrom\":\"" + validFrom + "\"}";
    }
}
