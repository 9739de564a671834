package de.quartierwerk.classification.run.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Database;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.TopicTold;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is asked for after the broker lost values, and before ingestion has told them once more. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class CatchingUpIT {
    @Inject
    Database database;

    @Test
    void aRunIsRefusedUntilEverythingIsToldOnceMore() {
        // Given
        Neighbours.level("lost-area", 40);
        Neighbours.indicator("lost-x", "ratio", "burden");
        Neighbours.spaces(List.of(Neighbours.space("lost-area", "lost-1"), Neighbours.space("lost-area", "lost-2")));
        Map<String, Object> classes = SchemeDocuments.breaks(List.of(0), List.of("1", "2"), List.of("low", "high"));
        Api.stored(SchemeDocuments.scheme(
                "lost",
                "lost-area",
                List.of(SchemeDocuments.index("i", SchemeDocuments.components("lost-x"), classes))));
        Map<String, Object> request = Map.of("scheme", "lost", "period", "2020");
        Api.run(request);
        // When
        lose(Topics.VALUE_PROTECTED);
        // Then
        Api.as("planner")
                .body(request)
                .post("/runs")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("service.catching-up"));
        // And
        UUID release = Neighbours.release(
                new Neighbours.Batch("lost-x", 2020).value("lost-1", 1).value("lost-2", 3));
        tell(Topics.VALUE_PROTECTED);
        String run = Api.run(request);
        assertThat(Api.get("planner", "/runs/" + run).getList("inputs")).isEqualTo(List.of(release.toString()));
        assertThat(Api.get("planner", "/runs/" + run).getInt("counts.classified"))
                .isEqualTo(2);
    }

    private void lose(String topic) {
        database.update("update consumed_topic set told_after = 0 where topic = ?", topic);
    }

    private void tell(String topic) {
        String id = database.texts("select topic_id from consumed_topic where topic = ?", topic)
                .get(0);
        TestEvents.send(
                topic, topic, EventTypes.TOPIC_TOLD, "topics/" + topic, 1, new TopicTold(topic, id, Instant.now()));
    }
}
