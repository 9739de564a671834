package de.quartierwerk.ingestion.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubmissionWorkerTest {
    @Test
    void expectsAsManyRowsPerByteAsSoFar() {
        assertThat(SubmissionWorker.expectedRows(20_000, 1 << 20, 10L << 20)).isEqualTo(200_000);
        assertThat(SubmissionWorker.expectedRows(20_000, 0, 100)).isNull();
        assertThat(SubmissionWorker.expectedRows(20_000, 100, 100)).isNull();
    }
}
