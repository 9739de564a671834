package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.LocalService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        // Given: a release that neither classification nor reporting has seen
        Map<String, String> before = state.settledContent(LocalService.FUNDING);
        platform.stop(LocalService.CLASSIFICATION);
        platform.stop(LocalService.REPORTING);
        release(2040);
        // When
        platform.killServers();
        delete(platform.settings().data().resolve("kafka"));
        platform.restartServers();
        platform.restart(LocalService.CLASSIFICATION);
        platform.restart(LocalService.REPORTING);
        // Then
        awaitRelease(2040);
        state.caughtUp();
        assertThat(classified(2040)).isEqualTo(CrashRegion.SPACES);
        assertThat(state.changesSince(before))
                .containsOnlyKeys("funding.audit_entry", "funding.bulk_job", "funding.published_topic");
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
        ObjectNode request =
                JSON.createObjectNode().put("scheme", CrashRegion.SCHEME).put("period", Integer.toString(year));
        return Flow.run(client, request).at("/counts/classified").asInt();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
