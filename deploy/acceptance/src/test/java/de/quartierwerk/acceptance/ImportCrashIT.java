package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.LocalService;
import de.quartierwerk.local.StartFailure;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The registry is killed ten times while it reads, checks and publishes a large file: no space is lost or doubled. */
@Tag("long")
@Order(61)
@ExtendWith(PlatformExtension.class)
class ImportCrashIT {
    private static final int SPACES = 20_000;
    private static final int COLUMNS = 200;
    private static final int STEPS_PER_SIDE = 15;
    private static final double STEP = 0.0004;
    private static final int KILLS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private final LocalPlatform platform;
    private final PlatformClient client;

    ImportCrashIT(Acceptance acceptance) {
        this.platform = acceptance.platform();
        this.client = acceptance.client();
    }

    @Test
    void tenKillsAtRandomMomentsOfOneImport_loseAndDoubleNothing() throws IOException, StartFailure {
        // Given
        ObjectMapper json = new ObjectMapper();
        client.put(
                        "/registry/v1/levels/import-crash",
                        "planner",
                        json.createObjectNode().put("name", "Absturz").put("rank", 45))
                .orFail();
        ObjectNode options =
                json.createObjectNode().put("level", "import-crash").put("validFrom", "2006-01-01");
        Answer sent = client.upload("/registry/v1/imports", "planner", file(), "options", options)
                .orFail();
        assertThat(sent.status()).isEqualTo(202);
        String path = URI.create(sent.header("Location").orElseThrow()).getPath();
        // When
        Random random = new Random(SPACES);
        for (int i = 0; i < KILLS; i++) {
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(3_000)).toNanos());
            platform.kill(LocalService.REGISTRY);
            platform.restart(LocalService.REGISTRY);
        }
        // Then
        JsonNode ended = client.await(path, "planner", Set.of("COMPLETED", "FAILED"), PATIENCE);
        assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("COMPLETED");
        assertThat(ended.at("/counts/created").asInt()).isEqualTo(SPACES);
        List<JsonNode> spaces = client.items("/registry/v1/spaces?level=import-crash", null);
        assertThat(spaces.stream().map(space -> space.get("key").asText()).distinct())
                .hasSize(SPACES);
        assertThat(spaces).hasSize(SPACES);
    }

    /** Squares side by side, whose edges have many positions. */
    private Path file() throws IOException {
        Path file = folder.resolve("crash.geojson");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < SPACES; i++) {
                out.write("{\"type\":\"Feature\",\"properties\":{\"key\":\"import-crash-" + i + "\",\"name\":\"Raum\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
                        + ring(i % COLUMNS * STEPS_PER_SIDE, i / COLUMNS * STEPS_PER_SIDE) + "]]}}\n");
            }
        }
        return file;
    }

    private static String ring(int x, int y) {
        StringBuilder ring = new StringBuilder();
        for (int i = 0; i < STEPS_PER_SIDE; i++) {
            ring.append(position(x + i, y)).append(',');
        }
        for (int i = 0; i < STEPS_PER_SIDE; i++) {
            ring.append(position(x + STEPS_PER_SIDE, y + i)).append(',');
        }
        for (int i = STEPS_PER_SIDE; i > 0; i--) {
            ring.append(position(x + i, y + STEPS_PER_SIDE)).append(',');
        }
        for (int i = STEPS_PER_SIDE; i > 0; i--) {
            ring.append(position(x, y + i)).append(',');
        }
        return ring.append(position(x, y)).toString();
    }

    private static String position(int x, int y) {
        return String.format(Locale.ROOT, "[%.9f,%.9f]", 9.5 + x * STEP, 49.5 + y * STEP);
    }
}
