package de.quartierwerk.classification.quality;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.classification.method.Standardise;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChecksTest {
    /** Four spaces: the draws of weights leave the class of all but the last. */
    private static Checks checks(Map<Integer, List<String>> dependsOn, Map<Integer, List<Standardise>> changesWith) {
        return new Checks(
                Indices.of("1", "2"),
                null,
                List.of(),
                List.of(),
                new double[] {1, 0.9, Double.NaN, 0.5},
                Map.of(),
                dependsOn,
                changesWith);
    }

    @Test
    void aClassIsAsStableAsFewKindsOfCheckChangeIt() {
        Checks checks = checks(
                Map.of(1, List.of("S1", "S2")), Map.of(1, List.of(Standardise.RANK), 2, List.of(Standardise.RANK)));

        assertThat(checks.verdict(0)).isEqualTo(Robustness.Stability.STABLE);
        assertThat(checks.verdict(1)).isEqualTo(Robustness.Stability.FRAGILE);
        assertThat(checks.verdict(2)).isEqualTo(Robustness.Stability.MOSTLY);
        assertThat(checks.verdict(3)).isEqualTo(Robustness.Stability.MOSTLY);
    }
}
