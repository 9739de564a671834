package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.LocalService;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Services tell everything once more: emptied copies of it become complete, complete ones do not change. */
@Order(53)
@ExtendWith(PlatformExtension.class)
class RepublicationIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalService[] CONSUMERS = {
        LocalService.INGESTION, LocalService.CLASSIFICATION, LocalService.FUNDING, LocalService.REPORTING
    };

    private final Acceptance acceptance;
    private final PlatformClient client;
    private final Databases databases;
    private final ServiceState state;

    RepublicationIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.client = acceptance.client();
        LocalPlatform platform = acceptance.platform();
        this.databases = new Databases(platform);
        this.state = new ServiceState(databases, new Broker(platform.kafkaClient()));
    }

    @Test
    void emptiedServices_becomeComplete_andCompleteOnesStayAsTheyAre() throws Exception {
        // Given: grants are told with the versions that their applications have now
        acceptance.demonstration();
        republish(LocalService.values());
        Map<String, String> before = state.settledContent(CONSUMERS);
        before.keySet().removeIf(table -> table.endsWith(".audit_entry") || table.endsWith(".bulk_job"));
        Answer profile =
                client.get("/reporting/v1/spaces/99001001-01/profile", null).orFail();
        databases.execute(LocalService.INGESTION, "truncate level, space");
        databases.execute(LocalService.FUNDING, "truncate space, run, run_batch, run_need, run_space, space_need");
        databases.execute(LocalService.REPORTING, """
                truncate level, space, indicator, value_release, value_part, public_value, run, run_need, run_part,
                    run_result, stakeholder, offer, decided_grant, grant_paid""");
        assertThat(state.changesSince(before)).hasSizeGreaterThan(15);
        // When
        republish(LocalService.values());
        // Then
        assertThat(state.changesSince(before)).isEmpty();
        assertThat(client.get("/reporting/v1/spaces/99001001-01/profile", null).text())
                .isEqualTo(profile.text());
    }

    @Test
    void levelTakenBack_isGoneEverywhere() throws Exception {
        // Given
        acceptance.demonstration();
        Map<String, String> before = state.settledContent(CONSUMERS);
        String level = "/registry/v1/levels/withdrawn";
        Answer defined = client.put(
                        level,
                        "admin",
                        JSON.createObjectNode().put("name", "Stimmbezirk").put("rank", 48))
                .orFail();
        assertThat(state.changesSince(before))
                .containsOnlyKeys("classification.level", "ingestion.level", "reporting.level");
        // When
        Map<String, String> current = Map.of("If-Match", defined.header("ETag").orElseThrow());
        client.send("DELETE", level, "admin", current, BodyPublishers.noBody()).orFail();
        // Then
        assertThat(state.changesSince(before)).isEmpty();
    }

    private void republish(LocalService... services) {
        for (LocalService service : services) {
            String path = "/" + service.root() + "/v1/republication";
            JsonNode started =
                    client.post(path, "admin", JSON.createObjectNode()).orFail().json();
            JsonNode done = client.await(
                    path + "/" + started.get("id").asText(), "admin", Set.of("COMPLETED"), Duration.ofMinutes(2));
            assertThat(done.at("/progress/done").asInt())
                    .isEqualTo(done.at("/progress/total").asInt())
                    .isPositive();
        }
    }
}
