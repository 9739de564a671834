package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.Api.stepped;
import static de.quartierwerk.funding.Api.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.funding.Api;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deadlines that are near are told, each once. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class DeadlineIT {

    @Inject
    DeadlineEvents deadlines;

    private String programme;

    @BeforeEach
    void prepare() {
        Api.applicants();
        programme = Api.programme("60000.00", "[]");
    }

    @Test
    void aDeadlineIsToldOnceAndAgainWhenItMoves() {
        String id = Api.submitted(programme, Api.space("99001001"), "4000.00");
        String later = Api.submitted(programme, Api.space("99001001"), "4000.00");
        giveBack(id, today().plusDays(14));
        giveBack(later, today().plusDays(16));
        deadlines.tell();
        deadlines.tell();
        stepped("supplier", id, "submission", "{}");
        giveBack(id, today().plusDays(3));

        deadlines.tell();

        await().untilAsserted(() -> assertThat(told(id))
                .extracting(
                        each -> each.get("action").asText(),
                        each -> each.get("deadline").asText())
                .containsExactly(
                        tuple("submission", today().plusDays(14).toString()),
                        tuple("submission", today().plusDays(3).toString())));
        assertThat(told(later)).isEmpty();
        JsonNode event = told(id).get(0);
        assertThat(event.get("programme").asText()).isEqualTo(programme);
        assertThat(event.get("state").asText()).isEqualTo("RETURNED");
        assertThat(event.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("application", "programme", "state", "action", "deadline", "version");
    }

    @Test
    void theProofOfUseIsDue() {
        String id = Api.consulted(programme, Api.space("99001001"), "50000.00");
        stepped("clerk", id, "decision", Api.grant());
        stepped(
                "funding-officer",
                id,
                "agreement",
                Api.agreement().replace("}", ",\"proofOfUseDue\":\"" + today().plusDays(1) + "\"}"));

        deadlines.tell();

        await().untilAsserted(() -> assertThat(told(id))
                .extracting(each -> each.get("action").asText())
                .containsExactly("proof-of-use"));
    }

    private static void giveBack(String id, LocalDate deadline) {
        stepped(
                "funding-officer",
                id,
                "return",
                "{\"items\":[{\"pointer\":\"/amounts\",\"reason\":\"x\"}],\"deadline\":\"" + deadline + "\"}");
    }

    private static List<JsonNode> told(String id) {
        return TestEvents.received(Topics.FUNDING, EventTypes.DEADLINE_NEAR).stream()
                .map(TestEvents.Sent::data)
                .filter(each -> each.get("application").asText().equals(id))
                .toList();
    }
}
