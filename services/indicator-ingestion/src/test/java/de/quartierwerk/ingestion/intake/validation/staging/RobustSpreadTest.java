package de.quartierwerk.ingestion.intake.validation.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RobustSpreadTest {
    @Test
    void reachesThreeAndAHalfModifiedScoresAroundTheMedian() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 100};

        RobustSpread.Bounds bounds = RobustSpread.bounds(values, false).orElseThrow();

        // median 5.5, MAD 2.5: 5.5 - 3.5 * 2.5 / 0.6745 and 5.5 + 3.5 * 2.5 / 0.6745
        assertThat(bounds.low()).isCloseTo(-7.472572, within(1e-6));
        assertThat(bounds.high()).isCloseTo(18.472572, within(1e-6));
        assertThat(bounds.hold(9)).isTrue();
        assertThat(bounds.hold(100)).isFalse();
    }

    @Test
    void comparesCountsByTheirLogarithm() {
        double[] values = {10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120};

        assertThat(RobustSpread.bounds(values.clone(), true).orElseThrow().hold(5120))
                .isTrue();
        assertThat(RobustSpread.bounds(values, false).orElseThrow().hold(5120)).isFalse();
    }

    @Test
    void saysNothingOfFewValuesOrEqualOnes() {
        assertThat(RobustSpread.bounds(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 900}, false))
                .isEqualTo(Optional.empty());
        assertThat(RobustSpread.bounds(new double[] {5, 5, 5, 5, 5, 5, 5, 5, 5, 900}, false))
                .isEqualTo(Optional.empty());
    }
}
