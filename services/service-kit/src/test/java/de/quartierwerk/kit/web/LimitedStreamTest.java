package de.quartierwerk.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Every byte counts, however it is passed. */
class LimitedStreamTest {

    private static LimitedStream of(int bytes) {
        return new LimitedStream(new ByteArrayInputStream(new byte[bytes]), 10, () -> {
            throw new IOException("too large");
        });
    }

    @Test
    void asManyAsAllowed_areRead() throws IOException {
        assertThat(of(10).readAllBytes()).hasSize(10);
    }

    @Test
    void more_isRefused() {
        assertThatIOException().isThrownBy(() -> of(11).readAllBytes());
    }

    @Test
    void skippedBytes_countToo() throws IOException {
        LimitedStream stream = of(11);
        stream.skipNBytes(10);

        assertThatIOException().isThrownBy(stream::read);
    }
}
