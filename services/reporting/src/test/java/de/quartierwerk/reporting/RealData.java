package de.quartierwerk.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of real data; tests that need one are skipped where there is none, and fail where {@code CI=true}. */
public final class RealData {
    private RealData() {}

    /** The path of a file below the folder of data. */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("quartierwerk.data", "../../../shared/data"), name);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(file).exists();
        }
        assumeTrue(Files.exists(file), "no " + file);
        return file;
    }
}
