package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who reads notices little of a file of 200 MB that is being imported. */
@Tag("long")
@Order(62)
@ExtendWith(PlatformExtension.class)
class ReadsDuringImportIT {
    private static final int SPACES = 120_000;
    private static final int WARMING_UP = 200;
    private static final int READS = 300;
    /** A client may ask 1,200 times a minute. */
    private static final int READS_A_SECOND = 10;

    private static final double PERCENTILE = 0.95;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    /** Below this a read is quick whatever its ratio to another one. */
    private static final double QUICK_MILLISECONDS = 100;

    @TempDir
    Path folder;

    private final PlatformClient client;

    ReadsDuringImportIT(Acceptance acceptance) {
        this.client = acceptance.client();
    }

    @Test
    void readsDuringALargeImport_takeLessThanTwiceAsLong() throws IOException {
        // Given
        ObjectMapper json = new ObjectMapper();
        client.put(
                        "/registry/v1/levels/import-read",
                        "planner",
                        json.createObjectNode().put("name", "Lesen").put("rank", 45))
                .orFail();
        Path file = LargeGeoFile.write(folder.resolve("large.geojson"), "import-read", SPACES);
        assertThat(Files.size(file)).isGreaterThan(200_000_000);
        ObjectNode options = json.createObjectNode().put("level", "import-read").put("validFrom", "2006-01-01");
        reads(WARMING_UP);
        double idle = percentile(reads(READS));
        // When
        Answer sent = client.upload("/registry/v1/imports", "planner", file, "options", options)
                .orFail();
        String path = URI.create(sent.header("Location").orElseThrow()).getPath();
        List<Double> during = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (isRunning(path) && System.nanoTime() < end) {
            during.addAll(reads(READS_A_SECOND));
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
        // Then
        double loaded = percentile(during);
        System.out.printf(
                Locale.ROOT,
                "[reads] p95 idle %.1f ms, during the import %.1f ms of %d%n",
                idle,
                loaded,
                during.size());
        assertThat(isRunning(path)).isFalse();
        assertThat(loaded).isLessThan(Math.max(QUICK_MILLISECONDS, 2 * idle));
    }

    private boolean isRunning(String path) {
        return client.get(path, null).json().path("state").asText().equals("RUNNING");
    }

    private List<Double> reads(int number) {
        List<Double> milliseconds = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            long begin = System.nanoTime();
            client.get("/registry/v1/levels/import-read", null).orFail();
            milliseconds.add((System.nanoTime() - begin) / 1e6);
        }
        return milliseconds;
    }

    private static double percentile(List<Double> values) {
        return values.stream()
                .sorted()
                .skip((long) (values.size() * PERCENTILE))
                .findFirst()
                .orElseThrow();
    }
}
