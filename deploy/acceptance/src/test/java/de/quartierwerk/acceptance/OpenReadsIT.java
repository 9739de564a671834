package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Without a token there is nothing but what was released, passed disclosure control and was published. */
@Order(12)
@ExtendWith(PlatformExtension.class)
class OpenReadsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Acceptance acceptance;
    private final PlatformClient client;

    OpenReadsIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.client = acceptance.client();
    }

    @BeforeEach
    void load() {
        acceptance.demonstration();
    }

    @Test
    void everyOpenList_answersWithoutToken() {
        for (ApiDocument.Call call : ApiDocument.calls(client)) {
            if (!call.secured() && call.method().equals("GET") && !call.path().contains("{")) {
                int status = client.send("GET", call.path(), null, call.headers(), BodyPublishers.noBody())
                        .status();
                assertThat(status).as(call.toString()).isIn(200, 400, 404);
            }
        }
    }

    @Test
    void preliminaryRuns_areHidden() {
        // Given
        String id = client.post(
                        "/classification/v1/runs",
                        "planner",
                        JSON.createObjectNode().put("scheme", "handlungsfelder").put("period", "2023"))
                .orFail()
                .json()
                .get("id")
                .asText();
        String path = "/classification/v1/runs/" + id;
        // When
        client.await(path, "planner", Set.of("COMPLETED"), Duration.ofMinutes(2));
        // Then
        for (String each : List.of(
                path,
                path + "/results",
                path + "/results/99001001-01/explanation",
                path + "/robustness",
                path + "/comparison?with=" + id)) {
            assertThat(client.get(each, null).status()).as(each).isEqualTo(404);
            assertThat(client.get(each, "supplier").status()).as(each).isIn(403, 404);
            assertThat(client.get(each, "planner").status()).as(each).isEqualTo(200);
        }
        assertThat(client.items("/classification/v1/runs", null))
                .isNotEmpty()
                .allMatch(run -> run.get("standing").asText().equals("published"));
    }

    @Test
    void indexValuesWithSuppressedParts_areWithheldButClassesAreGiven() {
        // Given
        String id = client.items("/classification/v1/runs?scheme=handlungsfelder&period=2023", null)
                .get(0)
                .get("id")
                .asText();
        String path = "/classification/v1/runs/" + id + "/results";
        // When
        List<JsonNode> open = client.items(path, null);
        List<JsonNode> exact = client.items(path, "steward");
        // Then
        assertThat(open).hasSameSizeAs(exact);
        for (int i = 0; i < open.size(); i++) {
            assertThat(open.get(i).get("needs")).isEqualTo(exact.get(i).get("needs"));
            assertThat(open.get(i).at("/indices/lage/class"))
                    .isEqualTo(exact.get(i).at("/indices/lage/class"));
        }
    }

    @Test
    void unpublishedReports_areHidden() {
        // Given
        ObjectNode body = JSON.createObjectNode()
                .put("type", "monitoring")
                .put("area", "99001")
                .put("period", "2023")
                .put("language", "de");
        String id = client.post("/reporting/v1/reports", "planner", body)
                .orFail()
                .json()
                .get("id")
                .asText();
        String path = "/reporting/v1/reports/" + id;
        // When
        client.await(path, "planner", Set.of("COMPLETED"), Duration.ofMinutes(2));
        // Then
        assertThat(client.get(path, null).status()).isEqualTo(404);
        assertThat(client.get(path + "/document", null).status()).isEqualTo(404);
        assertThat(client.get(path + "/document", "planner-elsewhere").status()).isEqualTo(404);
        assertThat(client.items("/reporting/v1/reports", null))
                .noneMatch(each -> each.get("id").asText().equals(id));
    }

    @Test
    void valuesBeforeTheirRelease_areHidden() {
        // Given
        ObjectNode mapping = JSON.createObjectNode()
                .put("layout", "long")
                .put("level", "social-space")
                .put("spaceColumn", "space")
                .put("indicatorColumn", "indicator")
                .put("periodColumn", "period")
                .put("valueColumn", "value");
        byte[] csv = "space;indicator;period;value\n99001001-01;dwellings;2024;4711\n".getBytes(StandardCharsets.UTF_8);
        // When
        JsonNode checked = Flow.checked(client, Flow.submit(client, "steward", "unreleased.csv", csv, mapping));
        // Then
        assertThat(checked.get("state").asText()).isEqualTo("VALIDATED");
        for (String user : new String[] {null, "steward"}) {
            assertThat(client.items("/ingestion/v1/values?indicator=dwellings&period=2024", user))
                    .isEmpty();
        }
        client.post(
                        "/ingestion/v1/submissions/" + checked.get("id").asText() + "/rejection",
                        "steward2",
                        JSON.createObjectNode().put("reason", "nur zur Probe"))
                .orFail();
    }

    @Test
    void ownSubmission_isNotApprovedByTheSubmitter() {
        // Given
        byte[] csv = "space;indicator;period;value\n99001001-01;dwellings;2024;4711\n".getBytes(StandardCharsets.UTF_8);
        ObjectNode mapping = JSON.createObjectNode().put("layout", "long");
        JsonNode checked = Flow.checked(client, Flow.submit(client, "steward", "own.csv", csv, mapping));
        String path = "/ingestion/v1/submissions/" + checked.get("id").asText();
        // When
        int own = client.post(path + "/approval", "steward", JSON.createObjectNode())
                .status();
        // Then
        assertThat(own).isEqualTo(403);
        client.post(path + "/rejection", "steward2", JSON.createObjectNode().put("reason", "nur zur Probe"))
                .orFail();
    }

    @Test
    void draftsAndUnpublishedActors_areHidden() {
        // Given
        JsonNode draft =
                client.items("/funding/v1/applications?state=DRAFT", "supplier").get(0);
        ObjectNode actor = JSON.createObjectNode()
                .put("name", "Noch nicht öffentlich")
                .put("kind", "network")
                .put("published", false);
        if (client.get("/funding/v1/stakeholders/hidden", "planner").status() != 200) {
            client.put("/funding/v1/stakeholders/hidden", "planner", actor).orFail();
        }
        // When
        int application = client.get(
                        "/funding/v1/applications/" + draft.get("id").asText(), null)
                .status();
        int other = client.get("/funding/v1/applications/" + draft.get("id").asText(), "supplier2")
                .status();
        int stakeholder = client.get("/funding/v1/stakeholders/hidden", null).status();
        // Then
        assertThat(List.of(application, other, stakeholder)).containsOnly(404);
        assertThat(client.items("/funding/v1/applications", null))
                .allMatch(each -> Set.of(
                                "DECIDED",
                                "AGREED",
                                "PROVEN",
                                "REVIEWED",
                                "RECOVERED",
                                "REVOKED",
                                "CLOSED",
                                "WITHDRAWN")
                        .contains(each.get("state").asText()));
        assertThat(client.items("/funding/v1/stakeholders", null))
                .noneMatch(each -> each.get("key").asText().equals("hidden"));
    }
}
