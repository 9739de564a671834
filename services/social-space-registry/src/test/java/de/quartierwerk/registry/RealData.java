package de.quartierwerk.registry;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real files that the project does not copy in; see the README for where they are looked for. */
public final class RealData {
    private RealData() {}

    /** The file; without it the test is skipped, or fails on the build server. */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("quartierwerk.data", "../../../shared/data"), name);
        if (!Files.exists(file) && "true".equals(System.getenv("CI"))) {
            fail("Real data missing: " + file.toAbsolutePath());
        }
        assumeTrue(Files.exists(file), () -> "Real data missing: " + file.toAbsolutePath());
        return file;
    }
}
