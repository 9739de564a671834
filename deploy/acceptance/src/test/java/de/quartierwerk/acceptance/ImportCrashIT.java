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
import de.quartierwerk.local.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The registry is killed again and again while it reads, checks and publishes a large file: no space is lost or
 * doubled. {@code -Dcrash.spaces=120000} makes it 216 MB, {@code -Dcrash.kills=5} kills more often.
 */
@Tag("long")
@Order(85)
@ExtendWith(PlatformExtension.class)
class ImportCrashIT {
    private static final int SPACES = Integer.getInteger("crash.spaces", 40_000);

    /** In each phase, if that is not over yet. */
    private static final int KILLS = Integer.getInteger("crash.kills", 2);

    private static final List<String> PHASES = List.of("READING", "CHECKING", "PUBLISHING");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Set<LocalService> READERS = EnumSet.complementOf(EnumSet.of(LocalService.REGISTRY));

    @TempDir
    Path folder;

    private final LocalPlatform platform;
    private final PlatformClient client;
    private final Databases databases;
    private final ServiceState state;

    ImportCrashIT(Acceptance acceptance) {
        this.platform = acceptance.platform();
        this.client = acceptance.client();
        this.databases = new Databases(platform);
        this.state = new ServiceState(databases, new Broker(platform.kafkaClient()));
    }

    @Test
    void killsInAllPhasesOfOneImport_loseAndDoubleNothing() throws IOException, StartFailure {
        // Given
        ObjectMapper json = new ObjectMapper();
        client.put(
                        "/registry/v1/levels/import-crash",
                        "planner",
                        json.createObjectNode().put("name", "Absturz").put("rank", 45))
                .orFail();
        Path file = LargeGeoFile.write(folder.resolve("crash.geojson"), "import-crash", SPACES);
        ObjectNode options =
                json.createObjectNode().put("level", "import-crash").put("validFrom", "2006-01-01");
        Answer sent = client.upload("/registry/v1/imports", "planner", file, "options", options)
                .orFail();
        assertThat(sent.status()).isEqualTo(202);
        String path = URI.create(sent.header("Location").orElseThrow()).getPath();
        // When
        Random random = new Random(SPACES);
        Set<String> killedIn = new TreeSet<>();
        for (String phase : PHASES) {
            for (int i = 0; i < KILLS; i++) {
                awaitPhase(path, phase);
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1_000)).toNanos());
                killedIn.add(phase(path));
                platform.kill(LocalService.REGISTRY);
                platform.restart(LocalService.REGISTRY);
            }
        }
        // Then
        JsonNode ended = client.await(path, "planner", Set.of("COMPLETED", "FAILED"), PATIENCE);
        assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("COMPLETED");
        assertThat(ended.at("/counts/created").asInt()).isEqualTo(SPACES);
        List<String> keys = new ArrayList<>();
        client.each(
                "/registry/v1/spaces?level=import-crash",
                null,
                space -> keys.add(space.get("key").asText()));
        assertThat(keys).hasSize(SPACES);
        assertThat(keys.stream().distinct()).hasSize(SPACES);
        assertThat(killedIn).containsAll(PHASES);
        state.caughtUp();
        for (LocalService reader : READERS) {
            assertThat(databases.count(reader, "select count(*) from space where level = 'import-crash'"))
                    .as(reader.root())
                    .isEqualTo(SPACES);
        }
    }

    /** Waits until the import has come to a phase, or has ended. */
    private void awaitPhase(String path, String phase) {
        await().pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(() -> PHASES.indexOf(phase(path)) == -1 || PHASES.indexOf(phase(path)) >= PHASES.indexOf(phase));
    }

    /** What is being done; its state once it has ended. */
    private String phase(String path) {
        JsonNode seen = client.get(path, "planner").orFail().json();
        return seen.path("phase").asText(seen.path("state").asText());
    }
}
