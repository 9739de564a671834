package de.quartierwerk.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of GDAL, which the build server has; elsewhere tests that need them are skipped where it lacks them. */
public final class Gdal {
    private static final int LONGEST_SECONDS = 120;

    private Gdal() {}

    /** What a program answered, with its warnings. */
    public record Answer(int status, String text) {}

    /** Skips the test where there is no GDAL, but not on the build server. */
    public static void assumeThere() {
        boolean there = "true".equals(System.getenv("CI")) || isThere();
        assumeThat(there).as("gdal-bin is not installed").isTrue();
    }

    private static boolean isThere() {
        try {
            return run(Map.of(), List.of("ogrinfo", "--version")).status() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs a program, which must neither fail nor warn. */
    public static String run(Map<String, String> settings, String... command) throws IOException {
        Answer answer = run(settings, List.of(command));
        assertThat(answer.status()).as(answer.text()).isZero();
        assertThat(answer.text()).doesNotContainIgnoringCase("warning").doesNotContain("ERROR");
        return answer.text();
    }

    private static Answer run(Map<String, String> settings, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        Process process = builder.start();
        try {
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
            return new Answer(process.exitValue(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
