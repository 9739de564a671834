package de.quartierwerk.ingestion.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.kit.web.Progress;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EstimateTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void supposesThatTheRestTakesAsLongPerRow() {
        var work = work(BEGIN, 100_000L, null);

        assertThat(estimate(State.VALIDATING, 20_000, null, work, BEGIN.plusSeconds(10)))
                .isEqualTo(new SubmissionResponse.Estimate(100_000L, 40));
        assertThat(estimate(State.VALIDATING, 120_000, null, work, BEGIN.plusSeconds(10)))
                .isEqualTo(new SubmissionResponse.Estimate(100_000L, 0));
    }

    @Test
    void supposesThatTheRestTakesAsLongPerValueOfARelease() {
        var work = work(BEGIN.minusSeconds(3600), 50L, BEGIN);

        assertThat(estimate(State.RELEASING, 50_000, 200_000L, work, BEGIN.plusSeconds(10)))
                .isEqualTo(new SubmissionResponse.Estimate(null, 30));
    }

    @Test
    void saysNothingWhereNothingIsKnown() {
        var known = work(BEGIN, 100L, null);

        assertThat(estimate(State.VALIDATING, 0, null, known, BEGIN)).isNull();
        assertThat(estimate(State.VALIDATED, 50, 50L, known, BEGIN)).isNull();
        assertThat(estimate(State.VALIDATING, 50, null, work(BEGIN, null, null), BEGIN))
                .isNull();
        assertThat(estimate(State.RELEASING, 0, 200L, known, BEGIN)).isNull();
    }

    private static Submission.Work work(Instant checkingSince, Long expectedRows, Instant releasingSince) {
        return new Submission.Work(0, null, expectedRows, checkingSince, releasingSince, 0);
    }

    private static SubmissionResponse.Estimate estimate(
            State state, long done, Long total, Submission.Work work, Instant now) {
        return SubmissionResponse.Estimate.of(state, new Progress(done, total), work, now);
    }
}
