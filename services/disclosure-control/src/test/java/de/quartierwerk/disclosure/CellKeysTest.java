package de.quartierwerk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts changed by cell keys. */
class CellKeysTest {
    private static final int KEYS = 10_000;

    @ParameterizedTest
    @CsvSource({"2,1", "2,1.5", "4,2", "5,1.5", "5,10", "20,6"})
    void aLargeCountHasTheStatedVarianceAndStaysWhatItIsOnAverage(int deviation, double variance) {
        double[] row = new CellKeys(deviation, variance, 3).probabilities(1000);

        assertThat(moment(row, 0)).isCloseTo(1, within(1e-12));
        assertThat(moment(row, 1)).isCloseTo(0, within(1e-9));
        assertThat(moment(row, 2)).isCloseTo(variance, within(1e-6));
        assertThat(row).hasSize(2 * deviation + 1);
    }

    /** A reader who sees any number has at least three counts to choose from, small ones among them. */
    @ParameterizedTest
    @CsvSource({"2,1", "2,1.5", "4,2", "5,1.5"})
    void everyPublishedNumberMayComeFromThreeCounts(int deviation, double variance) {
        CellKeys keys = new CellKeys(deviation, variance, 3);

        for (int published = 0; published < 30; published++) {
            Set<Integer> counts = new TreeSet<>();
            for (int count = 0; count < 60; count++) {
                int change = published - count + deviation;
                double[] row = keys.probabilities(count);
                if (change >= 0 && change < row.length && row[change] > 0) {
                    counts.add(count);
                }
            }
            if (published == 1 || published == 2) {
                assertThat(counts).isEmpty();
            } else {
                assertThat(counts).hasSizeGreaterThanOrEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 40})
    void smallCountsToStayWhatTheyAreOnAverage(int count) {
        CellKeys keys = new CellKeys(4, 2, 3);

        double sum = 0;
        for (int key = 0; key < KEYS; key++) {
            BigDecimal published = keys.changed(BigDecimal.valueOf(count), BigDecimal.valueOf(key, 4));
            assertThat(published.intValue()).isBetween(Math.max(0, count - 4), count + 4);
            sum += published.doubleValue();
        }

        assertThat(sum / KEYS).isCloseTo(count, within(0.001));
    }

    @Test
    void noCaseStaysNoCaseAndTheSameKeyChangesTheSameWay() {
        CellKeys keys = new CellKeys(4, 2, 3);

        assertThat(keys.changed(BigDecimal.ZERO, new BigDecimal("0.999"))).isEqualTo("0");
        assertThat(keys.changed(BigDecimal.valueOf(50), new BigDecimal("0.999")))
                .isEqualTo("54");
        assertThat(keys.changed(BigDecimal.valueOf(60), new BigDecimal("0.999")))
                .isEqualTo("64");
        assertThat(keys.changed(BigDecimal.valueOf(-50), new BigDecimal("0.999")))
                .isEqualTo("-54");
    }

    @Test
    void aDeviationThatLeadsNowhereIsRefused() {
        assertThatThrownBy(() -> new CellKeys(1, 1, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double moment(double[] row, int power) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * Math.pow(i - row.length / 2, power);
        }
        return sum;
    }
}
