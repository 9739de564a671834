package de.quartierwerk.classification.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardisedTest {
    private static final double[] X = {2, 4, 4, 4, 5, 5, 7, 9};
    private static final boolean[] ALL = {true, true, true, true, true, true, true, true};

    @Test
    void zDividesByNOrByOneLess() {
        assertThat(Standardised.of(Standardise.Z_POPULATION, X, ALL).numbers()[7])
                .isEqualTo(2.0);
        assertThat(Standardised.of(Standardise.Z_SAMPLE, X, ALL).numbers()[7])
                .isCloseTo(4 / Math.sqrt(32.0 / 7), within(1e-15));
    }

    @Test
    void minMaxRunsFromZeroToOne() {
        double[] numbers = Standardised.of(Standardise.MIN_MAX, X, ALL).numbers();

        assertThat(numbers[0]).isZero();
        assertThat(numbers[7]).isEqualTo(1.0);
        assertThat(numbers[4]).isEqualTo(3.0 / 7);
    }

    @Test
    void tiesGetTheMeanRankAndHighStaysBurdened() {
        double[] numbers = Standardised.of(Standardise.RANK, X, ALL).numbers();

        assertThat(numbers).containsExactly(1, 3, 3, 3, 5.5, 5.5, 7, 8);
    }

    @Test
    void percentileCountsHalfTheEquals() {
        double[] numbers = Standardised.of(Standardise.PERCENTILE, X, ALL).numbers();

        assertThat(numbers[0]).isEqualTo(6.25);
        assertThat(numbers[1]).isEqualTo(31.25);
        assertThat(numbers[7]).isEqualTo(93.75);
    }

    @Test
    void exponentialTransformationOfEnglandGivesOneHundredToTheMostDeprivedAndFiftyToTheTenthOrSo() {
        assertThat(Scale.exponential(1)).isCloseTo(100, within(1e-9));
        assertThat(Scale.exponential(0.9)).isCloseTo(50.4, within(0.1));
        assertThat(Scale.exponential(0)).isEqualTo(-0.0);
    }

    @ParameterizedTest
    @EnumSource(Standardise.class)
    void numbersOutsideTheUniverseStayMissing(Standardise how) {
        boolean[] universe = {true, true, false, true, true, true, true, true};
        double[] x = {2, 4, 4, Double.NaN, 5, 5, 7, 9};

        double[] numbers = Standardised.of(how, x, universe).numbers();

        assertThat(numbers[2]).isNaN();
        assertThat(numbers[3]).isNaN();
        assertThat(numbers[0]).isNotNaN();
    }

    @ParameterizedTest
    @EnumSource(
            value = Standardise.class,
            names = {"Z_POPULATION", "Z_SAMPLE", "MIN_MAX"})
    void whatDoesNotVaryCannotBeUsed(Standardise how) {
        double[] same = {0.1, 0.1, 0.1};

        assertThat(Standardised.of(how, same, new boolean[] {true, true, true}).usable())
                .isFalse();
        assertThat(Standardised.of(how, same, new boolean[] {true, false, false})
                        .usable())
                .isFalse();
        assertThat(Standardised.of(how, same, new boolean[3]).usable()).isFalse();
    }
}
