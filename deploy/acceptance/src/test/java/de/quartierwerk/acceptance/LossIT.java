package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.LocalService;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The broker's disk is lost, or one service's database comes from a backup: everything comes back by itself. */
@Tag("long")
@Order(59)
@ExtendWith(PlatformExtension.class)
class LossIT {
    private static final String NEW_LEVEL = "loss-area";
    private static final int NEW_SPACES = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Acceptance acceptance;
    private final LocalPlatform platform;
    private final PlatformClient client;
    private final Databases databases;
    private final ServiceState state;

    LossIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.platform = acceptance.platform();
        this.client = acceptance.client();
        this.databases = new Databases(platform);
        this.state = new ServiceState(databases, new Broker(platform.kafkaClient()));
    }

    @BeforeEach
    void prepare() {
        acceptance.demonstration();
        CrashRegion.prepare(client);
    }

    @Test
    void brokerThatLostItsDisk_isToldEverythingOnceMore() throws Exception {
        // Given: a release that neither classification nor reporting has seen, and spaces that ingestion has not
        state.caughtUp();
        platform.stop(LocalService.CLASSIFICATION);
        platform.stop(LocalService.REPORTING);
        release(2040);
        platform.stop(LocalService.INGESTION);
        importSpaces();
        Map<String, String> before = state.content(LocalService.FUNDING);
        // When
        Broker.loseDisk(platform);
        platform.restart(LocalService.CLASSIFICATION);
        platform.restart(LocalService.REPORTING);
        platform.restart(LocalService.INGESTION);
        CompletableFuture<Integer> classifiedAtOnce = CompletableFuture.supplyAsync(() -> classified(2040));
        JsonNode checkedAtOnce = Flow.checked(client, submit());
        // Then
        assertThat(checkedAtOnce.get("state").asText()).isEqualTo("VALIDATED");
        assertThat(checkedAtOnce.at("/counts/created").asInt()).isEqualTo(NEW_SPACES);
        assertThat(classifiedAtOnce.join()).isEqualTo(CrashRegion.SPACES);
        awaitRelease(2040);
        assertThat(state.changesSince(before)).containsOnlyKeys("funding.audit_entry", "funding.bulk_job");
        // And what comes next takes its usual way
        release(2041);
        assertThat(classified(2041)).isEqualTo(CrashRegion.SPACES);
    }

    @Test
    void databaseFromABackup_takesInWhatCameLater() throws Exception {
        // Given
        platform.stop(LocalService.CLASSIFICATION);
        databases.executeAsSuperuser("create database kept template classification owner classification");
        platform.restart(LocalService.CLASSIFICATION);
        release(2042);
        assertThat(classified(2042)).isEqualTo(CrashRegion.SPACES);
        // When
        platform.stop(LocalService.CLASSIFICATION);
        databases.executeAsSuperuser("drop database classification");
        databases.executeAsSuperuser("alter database kept rename to classification");
        platform.restart(LocalService.CLASSIFICATION);
        // Then
        assertThat(classified(2042)).isEqualTo(CrashRegion.SPACES);
    }

    @Test
    void databaseFromABackupAndBrokerLostToo_giveTheSameRun() throws Exception {
        // Given
        platform.stop(LocalService.CLASSIFICATION);
        databases.executeAsSuperuser("create database kept template classification owner classification");
        platform.restart(LocalService.CLASSIFICATION);
        release(2043);
        JsonNode before = run(2043);
        String results = results(before);
        // When
        platform.stop(LocalService.CLASSIFICATION);
        databases.executeAsSuperuser("drop database classification");
        databases.executeAsSuperuser("alter database kept rename to classification");
        Broker.loseDisk(platform);
        platform.restart(LocalService.CLASSIFICATION);
        JsonNode atOnce = run(2043);
        // Then
        assertThat(atOnce.get("inputs")).isEqualTo(before.get("inputs"));
        assertThat(atOnce.get("unseenReleases")).isEmpty();
        assertThat(atOnce.get("counts")).isEqualTo(before.get("counts"));
        assertThat(atOnce.get("needs")).isEqualTo(before.get("needs"));
        assertThat(results(atOnce)).isEqualTo(results);
    }

    /** Spaces of a level of their own, of which funding has heard when this returns. */
    private void importSpaces() {
        ObjectNode level = JSON.createObjectNode().put("name", "Ort").put("rank", 36);
        client.put("/registry/v1/levels/" + NEW_LEVEL, "planner", level).orFail();
        StringBuilder csv = new StringBuilder("key;name;parent\n");
        for (int s = 0; s < NEW_SPACES; s++) {
            csv.append("loss-").append(s).append(";Ort ").append(s).append(";99001002\n");
        }
        ObjectNode options = JSON.createObjectNode()
                .put("level", NEW_LEVEL)
                .put("validFrom", "2012-01-01")
                .put("atomic", true);
        BodyPublisher file = BodyPublishers.ofString(csv.toString());
        client.upload("/registry/v1/imports", "planner", "loss.csv", file, "options", options)
                .orFail();
        await().atMost(PATIENCE)
                .until(() -> databases.count(LocalService.FUNDING, "select count(*) from space where key like 'loss-%'")
                        == NEW_SPACES);
    }

    /** Values of the spaces that were imported last. */
    private Answer submit() {
        StringBuilder csv = new StringBuilder("space;indicator;period;numerator;denominator\n");
        for (int s = 0; s < NEW_SPACES; s++) {
            csv.append("loss-")
                    .append(s)
                    .append(";crash-00;2040;100;")
                    .append(500 + s)
                    .append('\n');
        }
        ObjectNode mapping = CrashRegion.mapping().put("level", NEW_LEVEL);
        return Flow.submit(client, "steward", "loss.csv", csv.toString().getBytes(StandardCharsets.UTF_8), mapping);
    }

    private void release(int year) {
        Flow.released(
                client, Flow.approve(client, "loss-" + year + ".csv", CrashRegion.values(year), CrashRegion.mapping()));
    }

    private void awaitRelease(int year) {
        String vectors = "select count(*) from value_vector where period = '" + year + "' and indicator like 'crash-%'";
        String values = "select count(*) from public_value where period = '" + year + "' and space like 'crash-%'";
        await().atMost(PATIENCE)
                .until(() -> databases.count(LocalService.CLASSIFICATION, vectors) == CrashRegion.INDICATORS);
        await().atMost(PATIENCE)
                .until(() ->
                        databases.count(LocalService.REPORTING, values) == CrashRegion.INDICATORS * CrashRegion.SPACES);
    }

    /** How many spaces a run that is asked for at once classifies. */
    private int classified(int year) {
        return run(year).at("/counts/classified").asInt();
    }

    private JsonNode run(int year) {
        ObjectNode request =
                JSON.createObjectNode().put("scheme", CrashRegion.SCHEME).put("period", Integer.toString(year));
        return Flow.run(client, request);
    }

    private String results(JsonNode run) {
        String path = "/classification/v1/runs/" + run.get("id").asText() + "/results";
        return client.send("GET", path, "planner", Map.of("Accept", "text/csv"), BodyPublishers.noBody())
                .orFail()
                .text();
    }
}
