package de.quartierwerk.ingestion.intake.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionWorkerTest {
    @Test
    void expectsAsManyRowsPerByteAsSoFar() {
        assertThat(SubmissionWorker.expectedRows(20_000, 1 << 20, 10L << 20)).isEqualTo(200_000);
        assertThat(SubmissionWorker.expectedRows(20_000, 0, 100)).isNull();
        assertThat(SubmissionWorker.expectedRows(20_000, 100, 100)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"57P01,true", "08006,true", "40P01,true", "53300,true", "23505,false", "42601,false"})
    void beginsAgainWhatTheDatabaseInterrupted(String state, boolean passes) {
        assertThat(SubmissionWorker.passes(new IllegalStateException(new SQLException("x", state))))
                .isEqualTo(passes);
        assertThat(SubmissionWorker.passes(new IllegalStateException("no database")))
                .isFalse();
    }

    /** A transaction that failed refuses all further statements; the driver names what made it fail as the cause. */
    @Test
    void looksBehindTheRefusalOfAFailedTransaction() {
        SQLException full = new SQLException("no space left", "53100");
        SQLException refusal = new SQLException("current transaction is aborted", "25P02", full);

        assertThat(SubmissionWorker.passes(new IllegalStateException(refusal))).isTrue();
    }
}
