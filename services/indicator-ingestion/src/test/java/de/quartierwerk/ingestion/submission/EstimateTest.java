package de.quartierwerk.ingestion.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EstimateTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void supposesThatTheRestTakesAsLongPerRow() {
        var check = new Submission.Check(BEGIN, 100_000L);

        assertThat(SubmissionView.Estimate.of(State.VALIDATING, 20_000, check, BEGIN.plusSeconds(10)))
                .isEqualTo(new SubmissionView.Estimate(100_000, 40));
        assertThat(SubmissionView.Estimate.of(State.VALIDATING, 120_000, check, BEGIN.plusSeconds(10)))
                .isEqualTo(new SubmissionView.Estimate(100_000, 0));
    }

    @Test
    void saysNothingWhereNothingIsKnown() {
        var known = new Submission.Check(BEGIN, 100L);

        assertThat(SubmissionView.Estimate.of(State.VALIDATING, 0, known, BEGIN))
                .isNull();
        assertThat(SubmissionView.Estimate.of(State.VALIDATED, 50, known, BEGIN))
                .isNull();
        assertThat(SubmissionView.Estimate.of(State.VALIDATING, 50, new Submission.Check(BEGIN, null), BEGIN))
                .isNull();
    }
}
