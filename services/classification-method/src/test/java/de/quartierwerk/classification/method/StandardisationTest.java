package de.quartierwerk.classification.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How numbers are standardised and transformed, by numbers worked out elsewhere (NumPy, SciPy, COINr). */
class StandardisationTest {
    private static final double[] TIED = {9, 7, 7, 4};

    private static Standardisation by(Standardise method, Ties ties) {
        return new Standardisation(method, ties, null, null, null, null, null);
    }

    private static double[] standardised(Standardisation how, double... x) {
        return Samples.values(Samples.component("x", Standardise.NONE, 1).with(how), Map.of("x", Column.of(x)));
    }

    @ParameterizedTest
    @CsvSource({"MEAN, 2.5", "MIN, 2", "MAX, 3"})
    void tiesHaveTheMeanTheLeastOrTheLargestRank(Ties ties, double rank) {
        double[] found = standardised(by(Standardise.RANK, ties), TIED);

        assertThat(found).containsExactly(4, 5 - rank, 5 - rank, 1);
    }

    @Test
    void percentRankIsTheNumberBelowByNMinusOne() {
        assertThat(standardised(Standardisation.of(Standardise.PERCENT_RANK), TIED))
                .containsExactly(1, 1.0 / 3, 1.0 / 3, 0);
        assertThat(standardised(Standardisation.of(Standardise.PERCENT_RANK), 5))
                .containsExactly(0);
        assertThat(standardised(by(Standardise.PERCENT_RANK, Ties.MEAN), TIED)).containsExactly(1, 0.5, 0.5, 0);
    }

    @Test
    void normalScoresAreQuantilesOfTheNormalDistribution() {
        assertThat(Probit.of(0.001)).isCloseTo(-3.090232306167813, within(1e-14));
        assertThat(Probit.of(0.1)).isCloseTo(-1.2815515655446004, within(1e-14));
        assertThat(Probit.of(0.3)).isCloseTo(-0.5244005127080409, within(1e-14));
        assertThat(Probit.of(1e-12)).isCloseTo(-7.034483825301131, within(1e-12));
        assertThat(standardised(Standardisation.of(Standardise.NORMAL_SCORE), 3, 1, 2))
                .containsExactly(Probit.of(0.75), Probit.of(0.25), 0);
    }

    @Test
    void goalpostsAndRange() {
        Standardisation how = new Standardisation(
                Standardise.MIN_MAX, null, new Bounds(20, 85), new Bounds(0, 100), null, null, null);

        assertThat(standardised(how, 20, 52.5, 85, 98)).containsExactly(0, 50, 100, 120);
        Component relief = new Component(
                        "x", null, Measure.VALUE, 0, Transform.NONE, Polarity.RELIEF, Standardise.NONE, 1)
                .with(how);
        assertThat(Samples.values(relief, Map.of("x", Column.of(20, 52.5, 85, 98))))
                .containsExactly(100, 50, 0, -20);
    }

    @Test
    void polarityAfterStandardisingTurnsTheNumberWithinItsRange() {
        assertThat(Samples.values(after(Standardise.PERCENT_RANK), Map.of("x", Column.of(TIED))))
                .containsExactly(0, 1 - 1.0 / 3, 1 - 1.0 / 3, 1);
        assertThat(Samples.values(after(Standardise.RANK), Map.of("x", Column.of(TIED))))
                .containsExactly(1, 2.5, 2.5, 4);
        assertThat(Samples.values(after(Standardise.MIN_MAX), Map.of("x", Column.of(1, 2, 5))))
                .containsExactly(1, 0.75, 0);
    }

    private static Component after(Standardise method) {
        return new Component(
                "x",
                null,
                null,
                Measure.VALUE,
                0,
                null,
                List.of(),
                Polarity.RELIEF,
                PolarityOrder.AFTER,
                Standardisation.of(method),
                1);
    }

    @Test
    void zWithWeights() {
        Standardisation population = new Standardisation(Standardise.Z_POPULATION, null, null, null, "w", null, null);
        Map<String, Column> columns = Map.of("x", Column.of(1, 2, 3, 10), "w", Column.of(1, 1, 2, 4));

        double[] found =
                Samples.values(Samples.component("x", Standardise.NONE, 1).with(population), columns);

        assertThat(found[0]).isCloseTo(-1.30769691, within(1e-8));
        assertThat(found[3]).isCloseTo(0.98874644, within(1e-8));
        Standardisation sample = new Standardisation(Standardise.Z_SAMPLE, null, null, null, "w", null, null);
        assertThat(Samples.values(Samples.component("x", Standardise.NONE, 1).with(sample), columns)[0])
                .isCloseTo(-1.13249875, within(1e-8));
    }

    @Test
    void roundedAsSpreadsheetsDo() {
        Standardisation how = new Standardisation(Standardise.NONE, null, null, null, null, null, 1);

        assertThat(standardised(how, 0.25, -0.25, 2.449)).containsExactly(0.3, -0.3, 2.4);
    }

    @Test
    void scalesOverSeveralPeriods() {
        Map<String, Column> columns = Map.of("x", Column.of(2, 4), "x-1", Column.of(0, 10), "x-2", Column.of(4, 8));

        assertThat(over(new EstimatedOver(2, List.of(), List.of()), columns)).containsExactly(0.2, 0.4);
        assertThat(over(new EstimatedOver(1, List.of("2018"), List.of()).at(period -> 2), columns))
                .containsExactly(-0.5, 0);
    }

    private static double[] over(EstimatedOver periods, Map<String, Column> columns) {
        Index index = new Index(
                "i",
                "i",
                List.of(Samples.component("x", Standardise.MIN_MAX, 1)),
                Combine.SUM,
                1,
                Missing.EXCLUDE_SPACE,
                null,
                Standardisation.NONE,
                List.of(),
                null,
                periods,
                null);
        return Samples.values(
                Samples.compute(Samples.scheme(List.of(index), List.of()), Samples.flat(2), columns)
                        .index("i"),
                2);
    }
}
