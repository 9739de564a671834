package de.quartierwerk.registry.spaceimport;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.kit.web.Progress;
import org.junit.jupiter.api.Test;

class ImportReaderTest {
    @Test
    void tellsRowsByTheShareOfBatches() {
        assertThat(ImportReader.ofRows(1_000, new Progress(3, 4L))).isEqualTo(new Progress(750, 1_000L));
        assertThat(ImportReader.ofRows(1_000, new Progress(4, 4L))).isEqualTo(new Progress(1_000, 1_000L));
    }

    @Test
    void hasDoneNothingBeforeTheBatchesAreKnown() {
        assertThat(ImportReader.ofRows(1_000, new Progress(0, null))).isEqualTo(new Progress(0, 1_000L));
        assertThat(ImportReader.ofRows(1_000, new Progress(0, 0L))).isEqualTo(new Progress(0, 1_000L));
    }
}
