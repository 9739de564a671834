package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.local.LocalService;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * PostgreSQL restarts, or the connections of a service are cut, in the middle of each kind of work: it ends as if
 * nothing had happened. A table lock holds the work in its middle until the outage has come.
 */
@Tag("long")
@Order(65)
@ExtendWith(PlatformExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatabaseOutageIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Imports of more rows are applied beside the request. */
    private static final int LARGE_IMPORT = 30_000;

    /** How the database goes away. */
    enum Outage {
        CONNECTIONS_CUT(2030),
        RESTART(2031);

        private final int year;

        /** Values of a year of its own. */
        Outage(int year) {
            this.year = year;
        }

        void happen(HeldTable database) {
            switch (this) {
                case CONNECTIONS_CUT -> database.cutConnections();
                case RESTART -> database.restart();
            }
        }
    }

    private final Acceptance acceptance;
    private final PlatformClient client;

    DatabaseOutageIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.client = acceptance.client();
    }

    @Test
    @Order(1)
    void preparation() {
        acceptance.demonstration();
        CrashRegion.prepare(client);
    }

    @ParameterizedTest
    @EnumSource(Outage.class)
    @Order(2)
    void check_endsAsIfNothingHadHappened(Outage outage) {
        // Given
        byte[] file = CrashRegion.values(outage.year).getBytes(StandardCharsets.UTF_8);
        Answer[] submission = new Answer[1];
        // When
        during(
                outage,
                LocalService.INGESTION,
                "staged_value",
                () -> submission[0] = Flow.submit(client, "steward", "outage.csv", file, CrashRegion.mapping()));
        // Then
        JsonNode checked = Flow.checked(client, submission[0]);
        assertThat(checked.get("state").asText()).as(checked.toString()).isEqualTo("VALIDATED");
        assertThat(checked.at("/counts/values").asInt()).isEqualTo(CrashRegion.SPACES * CrashRegion.INDICATORS);
        reject(checked);
    }

    @ParameterizedTest
    @EnumSource(Outage.class)
    @Order(3)
    void release_endsAsIfNothingHadHappened(Outage outage) {
        // Given
        byte[] file = CrashRegion.values(outage.year).getBytes(StandardCharsets.UTF_8);
        JsonNode checked =
                Flow.checked(client, Flow.submit(client, "steward", "outage.csv", file, CrashRegion.mapping()));
        String path = "/ingestion/v1/submissions/" + checked.get("id").asText();
        // When
        during(
                outage,
                LocalService.INGESTION,
                "value",
                () -> client.post(path + "/approval", "steward2", JSON.createObjectNode())
                        .orFail());
        // Then
        JsonNode released = Flow.released(client, path);
        assertThat(released.at("/counts/created").asInt()).isEqualTo(CrashRegion.SPACES * CrashRegion.INDICATORS);
        assertThat(client.items(
                        "/ingestion/v1/values?level=" + CrashRegion.LEVEL + "&period=" + outage.year + "&indicator="
                                + CrashRegion.indicator(0),
                        "steward"))
                .hasSize(CrashRegion.SPACES)
                .allMatch(value -> value.get("revision").asInt() == 1);
    }

    @ParameterizedTest
    @EnumSource(Outage.class)
    @Order(4)
    void run_endsAsIfNothingHadHappened(Outage outage) {
        // Given
        ObjectNode body =
                JSON.createObjectNode().put("scheme", CrashRegion.SCHEME).put("period", Integer.toString(outage.year));
        Answer[] run = new Answer[1];
        // When
        during(
                outage,
                LocalService.CLASSIFICATION,
                "result",
                () -> run[0] = client.post("/classification/v1/runs", "planner", body));
        // Then
        JsonNode done = completed("/classification/v1/runs/", run[0]);
        assertThat(done.at("/counts/classified").asInt()).isEqualTo(CrashRegion.SPACES);
    }

    @ParameterizedTest
    @EnumSource(Outage.class)
    @Order(5)
    void import_endsAsIfNothingHadHappened(Outage outage) {
        // Given
        StringBuilder csv = new StringBuilder("key;name;parent\n");
        IntStream.range(0, LARGE_IMPORT)
                .forEach(i -> csv.append("outage-" + outage.year + "-" + i + ";Raum " + i + ";99001002\n"));
        ObjectNode options =
                JSON.createObjectNode().put("level", CrashRegion.LEVEL).put("validFrom", "2012-01-01");
        Answer[] started = new Answer[1];
        // When
        during(
                outage,
                LocalService.REGISTRY,
                "space",
                () -> started[0] = client.upload(
                        "/registry/v1/imports",
                        "planner",
                        "outage.csv",
                        BodyPublishers.ofString(csv.toString()),
                        "options",
                        options));
        // Then
        JsonNode done = completed("/registry/v1/imports/", started[0]);
        assertThat(done.at("/counts/created").asInt()).isEqualTo(LARGE_IMPORT);
        assertThat(client.get("/registry/v1/spaces/outage-" + outage.year + "-" + (LARGE_IMPORT - 1), null)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Outage.class)
    @Order(6)
    void report_endsAsIfNothingHadHappened(Outage outage) {
        // Given
        ObjectNode body = JSON.createObjectNode()
                .put("type", "monitoring")
                .put("area", "99001")
                .put("period", "2023")
                .put("language", "de");
        Answer[] report = new Answer[1];
        // When
        during(
                outage,
                LocalService.REPORTING,
                "public_value",
                () -> report[0] = client.post("/reporting/v1/reports", "planner", body));
        // Then
        JsonNode done = completed("/reporting/v1/reports/", report[0]);
        String document = client.get("/reporting/v1/reports/" + done.get("id").asText() + "/document", "planner")
                .orFail()
                .text();
        assertThat(document).contains("99001001-01");
    }

    /** Holds the work that the call starts at a table, lets the database go away, and lets go. */
    private void during(Outage outage, LocalService service, String table, Runnable call) {
        try (HeldTable held = HeldTable.of(acceptance.platform(), service, table)) {
            call.run();
            await().atMost(PATIENCE).until(held::somebodyWaits);
            outage.happen(held);
        }
    }

    private JsonNode completed(String list, Answer started) {
        String path = list + started.orFail().json().get("id").asText();
        JsonNode done = client.await(path, "planner", Set.of("COMPLETED", "FAILED"), PATIENCE);
        assertThat(done.get("state").asText()).as(done.toString()).isEqualTo("COMPLETED");
        return done;
    }

    private void reject(JsonNode submission) {
        client.post(
                        "/ingestion/v1/submissions/" + submission.get("id").asText() + "/rejection",
                        "steward2",
                        JSON.createObjectNode().put("reason", "nur zur Probe"))
                .orFail();
    }
}
