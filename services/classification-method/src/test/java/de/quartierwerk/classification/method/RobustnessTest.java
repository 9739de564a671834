package de.quartierwerk.classification.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RobustnessTest {
    private static final int SPACES = 12;

    private static Index index(Combine combine, Missing missing, double... weights) {
        Component[] components = new Component[weights.length];
        for (int c = 0; c < weights.length; c++) {
            components[c] = Samples.component("x" + c, Standardise.Z_POPULATION, weights[c]);
        }
        return Samples.with(
                Samples.index("i", combine, missing, components),
                Standardise.Z_POPULATION,
                null,
                new ClassRule(
                        ClassRule.Method.BREAKS,
                        List.of(-0.5, 0.5),
                        ClassRule.Closed.RIGHT,
                        ClassRule.QuantileType.TYPE_7,
                        List.of("1", "2", "3"),
                        List.of("1", "2", "3")));
    }

    private static Map<String, Column> columns() {
        Random random = new Random(3);
        double[] first = random.doubles(SPACES, 0, 10).toArray();
        double[] second = random.doubles(SPACES, 0, 10).toArray();
        return Map.of("x0", Column.of(first), "x1", Column.of(second));
    }

    private static Outcome compute(Index index, Map<String, Column> columns) {
        return Samples.compute(Samples.scheme(List.of(index), List.of()), Samples.flat(SPACES), columns);
    }

    @Test
    void wilsonsIntervalIsThatOfThePublishedTables() {
        Wilson eightOfTen = Wilson.of(8, 10);
        Wilson noneOfTen = Wilson.of(0, 10);

        assertThat(eightOfTen.low()).isCloseTo(0.4901625, within(1e-7));
        assertThat(eightOfTen.high()).isCloseTo(0.9433178, within(1e-7));
        assertThat(noneOfTen.low()).isCloseTo(0, within(1e-15));
        assertThat(noneOfTen.high()).isCloseTo(0.2775328, within(1e-7));
    }

    @Test
    void drawnWeightsGiveTheClassesOfSchemesWithThoseWeights() {
        Map<String, Column> columns = columns();
        IndexOutcome outcome = compute(index(Combine.WEIGHTED_SUM, Missing.EXCLUDE_SPACE, 1, 2), columns)
                .index("i");

        double[] kept = MonteCarlo.stability(outcome, SPACES, 50, 11, 0.2);

        Random random = new Random(11);
        int[] expected = new int[SPACES];
        for (int draw = 0; draw < 50; draw++) {
            double first = 1 + 0.2 * (2 * random.nextDouble() - 1);
            double second = 2 * (1 + 0.2 * (2 * random.nextDouble() - 1));
            IndexOutcome drawn = compute(index(Combine.WEIGHTED_SUM, Missing.EXCLUDE_SPACE, first, second), columns)
                    .index("i");
            for (int i = 0; i < SPACES; i++) {
                expected[i] += drawn.classAt(i) == outcome.classAt(i) ? 1 : 0;
            }
        }
        for (int i = 0; i < SPACES; i++) {
            assertThat(kept[i]).isEqualTo(expected[i] / 50.0);
        }
        assertThat(Arrays.stream(kept).boxed()).anyMatch(part -> part < 1).anyMatch(part -> part == 1);
    }

    @Test
    void aMissingComponentIsDrawnWithTheOthersWeights() {
        Map<String, Column> columns = columns();
        columns.get("x1").set(4, Double.NaN, Double.NaN, Double.NaN, false);
        IndexOutcome outcome = compute(index(Combine.MEAN, Missing.RENORMALISE_WEIGHTS, 1, 2), columns)
                .index("i");

        double[] once = MonteCarlo.stability(outcome, SPACES, 200, 1, 0.2);
        double[] without = MonteCarlo.stability(outcome, SPACES, 200, 1, 0);

        assertThat(once).isEqualTo(MonteCarlo.stability(outcome, SPACES, 200, 1, 0.2));
        assertThat(without).containsOnly(1.0);
    }

    @Test
    void anotherStandardisationIsComputedAsAnotherSchemeWould() {
        Map<String, Column> columns = columns();
        Outcome outcome = compute(index(Combine.SUM, Missing.EXCLUDE_SPACE, 1, 1), columns);
        Index other = Samples.with(
                Samples.index(
                        "i",
                        Combine.SUM,
                        Missing.EXCLUDE_SPACE,
                        Samples.component("x0", Standardise.MIN_MAX, 1),
                        Samples.component("x1", Standardise.MIN_MAX, 1)),
                Standardise.Z_POPULATION,
                null,
                outcome.scheme().indices().get(0).classes());
        IndexOutcome otherwise = compute(other, columns).index("i");

        List<OtherStandardisation.Otherwise> found = OtherStandardisation.of(outcome, outcome.index("i"));

        assertThat(found)
                .extracting(OtherStandardisation.Otherwise::how)
                .containsExactly(Standardise.MIN_MAX, Standardise.PERCENTILE);
        for (int i = 0; i < SPACES; i++) {
            boolean differs = otherwise.classAt(i) != outcome.index("i").classAt(i);
            assertThat(found.get(0).changed().contains(i)).isEqualTo(differs);
        }
    }

    @Test
    void anIntervalCrossesABreakWhereTheClassAtOneOfItsEndsIsAnother() {
        Column rates = new Column(4);
        rates.set(0, 10, 10, 100, false);
        rates.set(1, 20, 2000, 10_000, false);
        rates.set(2, 30, 30, 100, false);
        rates.set(3, 60, 240, 400, false);
        Index index = Samples.with(
                Samples.index("i", Combine.SUM, Missing.EXCLUDE_SPACE, Samples.component("x", Standardise.NONE, 1)),
                Standardise.NONE,
                null,
                new ClassRule(
                        ClassRule.Method.BREAKS,
                        List.of(25.0),
                        ClassRule.Closed.RIGHT,
                        ClassRule.QuantileType.TYPE_7,
                        List.of("1", "2"),
                        List.of("1", "2")));
        Outcome outcome =
                Samples.compute(Samples.scheme(List.of(index), List.of()), Samples.flat(4), Map.of("x", rates));

        List<SmallDenominators.Interval> intervals = SmallDenominators.of(outcome, outcome.index("i"), 500);

        assertThat(intervals).extracting(SmallDenominators.Interval::position).containsExactly(0, 2, 3);
        assertThat(intervals).extracting(SmallDenominators.Interval::crosses).containsExactly(false, true, false);
        assertThat(intervals.get(1).low()).isCloseTo(100 * Wilson.of(30, 100).low(), within(1e-12));
    }

    @Test
    void onAFixedScaleOnlyOwnFiguresMoveASpace() {
        Index index = index(Combine.SUM, Missing.EXCLUDE_SPACE, 1);
        double[] before = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        double[] now = before.clone();
        for (int i = 0; i < SPACES; i++) {
            now[i] += 4;
        }
        Outcome base = compute(index, Map.of("x0", Column.of(before)));
        Outcome later = compute(index, Map.of("x0", Column.of(now)));

        FixedBreaks fixed = new FixedBreaks(base, later);

        assertThat(fixed.possible("i")).isTrue();
        for (int i = 0; i < SPACES; i++) {
            assertThat(later.index("i").classAt(i)).isEqualTo(base.index("i").classAt(i));
            assertThat(fixed.values("i")[i]).isCloseTo((now[i] - 6.5) / Math.sqrt(143.0 / 12), within(1e-12));
        }
        assertThat(fixed.classes("i")).containsExactly(1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2);
        assertThat(new FixedBreaks(base, base).classes("i")).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2);
    }
}
