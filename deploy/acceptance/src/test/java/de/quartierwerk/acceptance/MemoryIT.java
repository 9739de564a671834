package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All processes of the platform together stay under 4 GB, counted as proportional set size. */
@Order(50)
@ExtendWith(PlatformExtension.class)
class MemoryIT {

    private static final long LIMIT_MEGABYTES = 4_000;

    private final Acceptance acceptance;

    MemoryIT(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    @Test
    void allProcesses_stayUnderFourGigabytes() throws IOException {
        // Given
        assumeTrue(Files.exists(Path.of("/proc/self/smaps_rollup")), "skipped: no proportional set size here");
        acceptance.platform();
        acceptance.demonstration();
        Map<String, Long> megabytes = new TreeMap<>();
        // When
        for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
            megabytes.merge(name(process), proportionalKilobytes(process.pid()) / 1024, Long::sum);
        }
        // Then
        long sum = megabytes.values().stream().mapToLong(each -> each).sum();
        System.out.printf(Locale.ROOT, "[memory] %d MB proportional set size: %s%n", sum, megabytes);
        assertThat(sum).isBetween(500L, LIMIT_MEGABYTES);
    }

    private static String name(ProcessHandle process) {
        String command = process.info().commandLine().orElse("?");
        for (String service : List.of(
                "social-space-registry",
                "indicator-ingestion",
                "classification",
                "stakeholder-funding",
                "reporting",
                "keycloak",
                "postgres",
                "servers")) {
            if (command.contains(service)) {
                return service;
            }
        }
        return "other";
    }

    private static long proportionalKilobytes(long process) throws IOException {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + process + "/smaps_rollup"))) {
                if (line.startsWith("Pss:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
            return 0;
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }
}
