package de.quartierwerk.reporting.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.notNullValue;

import de.quartierwerk.reporting.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class RebuildIT {
    private static final List<String> CHANNELS =
            List.of("social-space", "indicator", "value-public", "classification", "stakeholder", "funding");

    @Inject
    RebuildService rebuild;

    @Inject
    @Identifier("positions")
    KafkaConsumerRebalanceListener positions;

    @Inject
    KafkaClientService kafka;

    @Test
    void fillsTheReadModelAgainFromTheTopics() {
        Region region = Region.fresh().everything();
        String path = "/v1/spaces/" + region.space(1, 1) + "/profile?period=2023";
        String before = given().get(path).then().statusCode(200).extract().asString();
        given().header("Authorization", "Bearer " + Tokens.of("admin"))
                .post("/v1/rebuild")
                .then()
                .statusCode(202)
                .body("requestedAt", notNullValue());

        boolean emptied = rebuild.emptyIfRequested();
        CHANNELS.forEach(this::assignAgain);

        assertThat(emptied).isTrue();
        assertThat(rebuild.emptyIfRequested()).isFalse();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get("/v1/needs?area=" + region.district)
                        .then()
                        .statusCode(200)
                        .body("needs.spaces", contains(2, 1)));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(given().get(path).asString()).isEqualTo(before));
    }

    /** What a new start does: the partitions are assigned, and the listener says where to go on. */
    private void assignAgain(String channel) {
        KafkaConsumer<String, byte[]> consumer = kafka.getConsumer(channel);
        consumer.runOnPollingThread(client -> {
                    positions.onPartitionsAssigned(client, new ArrayList<>(client.assignment()));
                })
                .await()
                .atMost(Duration.ofSeconds(20));
    }
}
