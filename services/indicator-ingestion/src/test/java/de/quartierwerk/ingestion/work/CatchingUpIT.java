package de.quartierwerk.ingestion.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.TopicTold;
import de.quartierwerk.events.Topics;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Database;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is delivered after the broker lost spaces, and before the registry has told them once more. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class CatchingUpIT {
    @Inject
    Database sql;

    @BeforeEach
    void prepare() {
        Region.tell();
        Region.level("lost-area", 45);
        Api.indicator("lost", "count", "persons");
    }

    @Test
    void aSubmissionWaitsUntilTheSpacesAreToldOnceMore() {
        // Given
        Api.check("steward", "raum;a\n99001001-01;10\n", Api.mapping("lost", "2019"));
        lose();
        // When
        String id = Api.deliver("steward", "raum;a\nlost-77;10\n", Api.mapping("lost", "2020"), "")
                .statusCode(202)
                .extract()
                .path("id");
        Api.deliver("steward", "raum;a\n1;10\n", Api.mapping("lost", "2020", ",\"level\":\"lost-level\""), "")
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("service.catching-up"));
        // Then
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sql.number(
                                "select count(*) from submission where id = ?::uuid and state = 'RECEIVED'"
                                        + " and attempt_after > now()",
                                id)
                        == 1);
        // And
        Region.tell(List.of(Region.space("lost-77", "Raum 77", "lost-area", "99001", List.of("99001", "lost-77"))));
        tell();
        JsonPath checked = Api.await("steward", id, "VALIDATED", "REJECTED");
        assertThat(checked.getString("state")).isEqualTo("VALIDATED");
        assertThat(checked.getInt("counts.created")).isEqualTo(1);
    }

    private void lose() {
        sql.update("update consumed_topic set told_after = 0 where topic = ?", Topics.SOCIAL_SPACE);
    }

    private void tell() {
        String id = sql.list(
                        "select topic_id from consumed_topic where topic = ?",
                        (row, context) -> row.getString(1),
                        Topics.SOCIAL_SPACE)
                .get(0);
        TestEvents.send(
                Topics.SOCIAL_SPACE,
                Topics.SOCIAL_SPACE,
                EventTypes.TOPIC_TOLD,
                "topics/" + Topics.SOCIAL_SPACE,
                1,
                new TopicTold(Topics.SOCIAL_SPACE, id, Instant.now()));
    }
}
