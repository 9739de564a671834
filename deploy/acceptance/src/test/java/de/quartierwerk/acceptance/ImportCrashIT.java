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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
@Order(71)
@ExtendWith(PlatformExtension.class)
class ImportCrashIT {
    private static final int SPACES = 120_000;
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
        Path file = LargeGeoFile.write(folder.resolve("crash.geojson"), "import-crash", SPACES);
        ObjectNode options =
                json.createObjectNode().put("level", "import-crash").put("validFrom", "2006-01-01");
        Answer sent = client.upload("/registry/v1/imports", "planner", file, "options", options)
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
        List<String> keys = new ArrayList<>();
        client.each(
                "/registry/v1/spaces?level=import-crash",
                null,
                space -> keys.add(space.get("key").asText()));
        assertThat(keys).hasSize(SPACES);
        assertThat(keys.stream().distinct()).hasSize(SPACES);
    }
}
