package de.quartierwerk.kit.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PassingTest {

    /** A device of Linux to which nothing can be written. */
    @Test
    void knowsWhatTheSystemSaysOfAFullDisk() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        try (OutputStream out = Files.newOutputStream(full)) {
            Throwable failure = catchThrowable(() -> out.write(1));

            assertThat(Passing.isDiskFull(failure)).isTrue();
            assertThat(Passing.is(new IllegalStateException(failure))).isTrue();
        }
    }

    @Test
    void knowsFilesAndTheDatabase() {
        assertThat(Passing.is(
                        new UncheckedIOException(new FileSystemException("/tmp/x", null, "No space left on device"))))
                .isTrue();
        assertThat(Passing.is(new IllegalStateException(new SQLException("x", "53100"))))
                .isTrue();
    }

    @Test
    void takesNothingElseForPassing() {
        assertThat(Passing.is(new IOException("Broken pipe"))).isFalse();
        assertThat(Passing.is(new IOException((String) null))).isFalse();
        assertThat(Passing.is(new IllegalStateException("No space left on device")))
                .isFalse();
    }
}
