package de.quartierwerk.classification.method;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder with real data: required in CI, otherwise its absence skips the test and says so. */
public final class RealData {
    /** A file of the data folder. */
    public static Path file(String name) {
        Path path = Path.of(System.getProperty("quartierwerk.data", "../../../shared/data"), name);
        if (!Files.exists(path)) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError("The real data are missing: " + path);
            }
            assumeTrue(false, "skipped, the real data are missing: " + path);
        }
        return path;
    }

    private RealData() {}
}
