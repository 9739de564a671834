package de.quartierwerk.registry.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyTextTest {
    @Test
    void writesNullsBytesAndEscapes() throws IOException {
        List<List<Object>> rows = List.of(
                Arrays.asList("Süd\tWest\\\n", null, 1.5, new byte[] {0, (byte) 0xFF}),
                Arrays.asList("", "x", 2, null));

        byte[] text = new CopyText(rows.iterator()).readAllBytes();

        assertThat(new String(text, StandardCharsets.UTF_8))
                .isEqualTo("Süd\\tWest\\\\\\n\t\\N\t1.5\t\\\\x00ff\n\tx\t2\t\\N\n");
    }

    @Test
    void isEmptyWithoutRows() throws IOException {
        assertThat(new CopyText(List.<List<Object>>of().iterator()).read()).isEqualTo(-1);
    }
}
