package de.quartierwerk.classification.method;

import static de.quartierwerk.classification.method.Samples.GAP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CombinationTest {
    private static final Map<String, Column> COLUMNS =
            Map.of("x", Column.of(1, 2, GAP), "y", Column.of(10, GAP, 30), "z", Column.of(100, 200, 300));

    @Test
    void sumIgnoresWeightsMeanDividesByThemWeightedSumTakesThem() {
        Component x = Samples.component("x", Standardise.NONE, 3);
        Component z = Samples.component("z", Standardise.NONE, 1);

        assertThat(raw(Combine.SUM, x, z)).isEqualTo(101);
        assertThat(raw(Combine.WEIGHTED_SUM, x, z)).isEqualTo(103);
        assertThat(raw(Combine.MEAN, x, z)).isEqualTo(25.75);
        assertThat(raw(Combine.GEOMETRIC_MEAN, x, z)).isCloseTo(Math.pow(100, 0.25), within(1e-12));
    }

    private static double raw(Combine combine, Component... components) {
        Index index = Samples.index("i", combine, Missing.EXCLUDE_SPACE, components);
        return Samples.compute(index, COLUMNS).raw(0);
    }

    @Test
    void aGeometricMeanIsZeroWithAZeroAndHasNoneWithANegativeComponent() {
        Map<String, Column> columns = Map.of(
                "x", Column.of(0, 4, -1, 4, 2), "y", Column.of(3, 9, 3, 3, 3), "free", Column.of(1, 0, 1, -1, 1));
        Index index = Samples.with(
                Samples.index(
                        "i",
                        Combine.GEOMETRIC_MEAN,
                        Missing.EXCLUDE_SPACE,
                        Samples.component("x", Standardise.NONE, 1),
                        Samples.component("y", Standardise.NONE, 1),
                        Samples.component("free", Standardise.NONE, 0)),
                Standardise.NONE,
                null,
                Samples.classes(ClassRule.Method.EQUAL_INTERVAL, ClassRule.QuantileType.TYPE_7, 2));

        IndexOutcome outcome = Samples.compute(index, columns);

        assertThat(outcome.value(0)).isZero();
        assertThat(outcome.classAt(0)).isZero();
        assertThat(outcome.contribution(0, 0)).isNaN();
        assertThat(outcome.contribution(1, 0)).isNaN();
        assertThat(outcome.value(1)).isCloseTo(6, within(1e-12));
        assertThat(outcome.contribution(2, 1)).isZero();
        assertThat(outcome.gap(2)).isEqualTo(Gap.NEGATIVE_COMPONENT);
        assertThat(outcome.value(3)).isCloseTo(Math.sqrt(12), within(1e-12));
        assertThat(MonteCarlo.stability(outcome, 5, 20, 1, 0.2)[0]).isEqualTo(1);
    }

    @Test
    void sumsWithoutALimitAreNotComputable() {
        Index index = Samples.index(
                "i",
                Combine.WEIGHTED_SUM,
                Missing.EXCLUDE_SPACE,
                Samples.component("z", Standardise.NONE, 1e308),
                Samples.component("z", Standardise.NONE, -1e308));

        assertThat(Samples.compute(index, COLUMNS).gap(0)).isEqualTo(Gap.NOT_COMPUTABLE);
    }

    @Test
    void aMissingComponentExcludesTheSpace() {
        Index index = Samples.index(
                "i",
                Combine.SUM,
                Missing.EXCLUDE_SPACE,
                Samples.component("x", Standardise.NONE, 1),
                Samples.component("y", Standardise.NONE, 1));

        IndexOutcome outcome = Samples.compute(index, COLUMNS);

        assertThat(outcome.value(0)).isEqualTo(11);
        assertThat(outcome.value(1)).isNaN();
        assertThat(outcome.gap(1)).isEqualTo(Gap.COMPONENT_MISSING);
        assertThat(outcome.inUniverse(2)).isFalse();
    }

    @Test
    void renormalisedWeightsMultiplyByAllThroughThosePresent() {
        Index index = Samples.index(
                "i",
                Combine.WEIGHTED_SUM,
                Missing.RENORMALISE_WEIGHTS,
                Samples.component("x", Standardise.NONE, 0.5),
                Samples.component("y", Standardise.NONE, 0.25),
                Samples.component("z", Standardise.NONE, 0.25));

        IndexOutcome outcome = Samples.compute(index, COLUMNS);

        assertThat(outcome.raw(0)).isEqualTo(0.5 + 2.5 + 25);
        assertThat(outcome.raw(1)).isCloseTo((1 + 50) / 0.75, within(1e-12));
        assertThat(outcome.raw(2)).isCloseTo((7.5 + 75) / 0.5, within(1e-12));
        assertThat(outcome.contribution(0, 1) + outcome.contribution(2, 1)).isCloseTo(outcome.raw(1), within(1e-12));
    }

    @Test
    void reliefTurnsTheSign() {
        Component relief =
                new Component("z", null, Measure.VALUE, 0, Transform.NONE, Polarity.RELIEF, Standardise.MIN_MAX, 1);

        IndexOutcome outcome = Samples.compute(Samples.index("i", Combine.SUM, Missing.EXCLUDE_SPACE, relief), COLUMNS);

        assertThat(Samples.values(outcome, 3)).containsExactly(1, 0.5, 0);
    }

    @Test
    void changesLookBackAndPercentChangesDivideByTheEarlierValue() {
        Map<String, Column> columns = Map.of("x", Column.of(12, 5, 7), "x-2", Column.of(10, 0, GAP));
        Component change =
                new Component("x", null, Measure.CHANGE, 2, Transform.NONE, Polarity.BURDEN, Standardise.NONE, 1);
        Component percent = new Component(
                "x", null, Measure.PERCENT_CHANGE, 2, Transform.NONE, Polarity.BURDEN, Standardise.NONE, 1);

        IndexOutcome first = Samples.compute(Samples.index("i", Combine.SUM, Missing.EXCLUDE_SPACE, change), columns);
        IndexOutcome second = Samples.compute(Samples.index("i", Combine.SUM, Missing.EXCLUDE_SPACE, percent), columns);

        assertThat(Samples.values(first, 3)).containsExactly(2, 5, GAP);
        assertThat(Samples.values(second, 3)).containsExactly(20, GAP, GAP);
    }

    @Test
    void aConstantComponentIsLeftOut() {
        Map<String, Column> columns = Map.of("x", Column.of(1, 2, 3), "c", Column.of(0.1, 0.1, 0.1));
        Index index = Samples.index(
                "i",
                Combine.SUM,
                Missing.EXCLUDE_SPACE,
                Samples.component("x", Standardise.Z_POPULATION, 1),
                Samples.component("c", Standardise.Z_POPULATION, 1));

        IndexOutcome outcome = Samples.compute(index, columns);

        assertThat(outcome.components().get(1).used()).isFalse();
        assertThat(outcome.raw(2)).isEqualTo(Math.sqrt(1.5));
    }

    @Test
    void nothingThatIsNotFiniteComesOut() {
        Map<String, Column> columns = Map.of(
                "huge", Column.of(1e308, 1e308, -1e308), "same", Column.of(1, 1, 1), "none", Column.of(GAP, GAP, GAP));
        for (String code : columns.keySet()) {
            for (Standardise how : Standardise.values()) {
                Index index = Samples.with(
                        Samples.index(
                                "i",
                                Combine.WEIGHTED_SUM,
                                Missing.RENORMALISE_WEIGHTS,
                                Samples.component(code, Standardise.NONE, 1e10),
                                Samples.component(code, how, 5)),
                        how,
                        null,
                        null);

                IndexOutcome outcome = Samples.compute(index, columns);

                for (int i = 0; i < 3; i++) {
                    assertThat(outcome.value(i))
                            .as(code + " " + how)
                            .isNotIn(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
                    assertThat(Double.isNaN(outcome.value(i))).isEqualTo(outcome.gap(i) != Gap.NONE);
                    assertThat(Double.isNaN(outcome.raw(i))).isEqualTo(outcome.gap(i) != Gap.NONE);
                }
            }
        }
    }

    @Test
    void principalComponentOfTwoColumnsIsTheirScaledMeanWithTheOrientationAsked() {
        Map<String, Column> columns = Map.of("x", Column.of(1, 2, 4, 9), "y", Column.of(-3, -5, -9, -10));
        Index index = Samples.oriented(
                Samples.index(
                        "i",
                        Combine.FIRST_PRINCIPAL_COMPONENT,
                        Missing.EXCLUDE_SPACE,
                        Samples.component("x", Standardise.NONE, 1),
                        Samples.component("y", Standardise.NONE, 1)),
                "y");

        IndexOutcome outcome = Samples.compute(index, columns);

        double zx = outcome.components().get(0).standardised(3);
        double zy = outcome.components().get(1).standardised(3);
        assertThat(outcome.components().get(1).share()).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(outcome.raw(3)).isCloseTo((zy - zx) * Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void principalComponentHasTheLargestVarianceOfAllDirections() {
        Random random = new Random(3);
        double[] a = new double[50];
        double[] b = new double[50];
        double[] c = new double[50];
        for (int i = 0; i < 50; i++) {
            double common = random.nextGaussian();
            a[i] = common + random.nextGaussian();
            b[i] = 2 * common + random.nextGaussian();
            c[i] = random.nextGaussian() - common / 2;
        }
        Map<String, Column> columns = Map.of("a", Column.of(a), "b", Column.of(b), "c", Column.of(c));
        Index index = Samples.oriented(
                Samples.index(
                        "i",
                        Combine.FIRST_PRINCIPAL_COMPONENT,
                        Missing.EXCLUDE_SPACE,
                        Samples.component("a", Standardise.NONE, 1),
                        Samples.component("b", Standardise.Z_SAMPLE, 1),
                        Samples.component("c", Standardise.MIN_MAX, 1)),
                "b");

        IndexOutcome outcome = compute(index, columns);

        double largest = outcome.spread().deviation();
        for (int round = 0; round < 1000; round++) {
            double[] w = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            double length = Math.sqrt(w[0] * w[0] + w[1] * w[1] + w[2] * w[2]);
            double squares = 0;
            for (int i = 0; i < 50; i++) {
                double score = 0;
                for (int k = 0; k < 3; k++) {
                    score += w[k] / length * outcome.components().get(k).standardised(i);
                }
                squares += score * score;
            }
            assertThat(Math.sqrt(squares / 50)).isLessThanOrEqualTo(largest + 1e-12);
        }
    }

    private static IndexOutcome compute(Index index, Map<String, Column> columns) {
        List<String> keys =
                IntStream.range(0, 50).mapToObj(i -> String.format("%03d", i)).toList();
        return Samples.compute(Samples.scheme(List.of(index), List.of()), Territory.flat("space", keys), columns)
                .index(index.code());
    }

    @Test
    void englishFormulaOfRanksIsTheWeightedSumOfTransformedRanks() {
        Map<String, Column> columns = Map.of("income", Column.of(3, 1, 2, 4), "work", Column.of(30, 40, 10, 20));
        Index index = Samples.index(
                "imd",
                Combine.WEIGHTED_SUM,
                Missing.EXCLUDE_SPACE,
                Samples.component("income", Standardise.RANK_EXPONENTIAL, 0.6),
                Samples.component("work", Standardise.RANK_EXPONENTIAL, 0.4));

        IndexOutcome outcome = Samples.compute(index, columns);

        double k = 1 - Math.exp(-100.0 / 23);
        double expected = -23 * (0.6 * Math.log(1 - 0.75 * k) + 0.4 * Math.log(1 - 0.75 * k));
        assertThat(outcome.raw(0)).isCloseTo(expected, within(1e-9));
        assertThat(outcome.raw(3)).isCloseTo(60 - 23 * 0.4 * Math.log(1 - 0.5 * k), within(1e-9));
    }

    @Test
    void anIndexMayUseEarlierOnes() {
        Map<String, Column> columns = Map.of("x", Column.of(1, 2, 3), "y", Column.of(6, 4, 5));
        Index x = Samples.with(
                Samples.index("ix", Combine.SUM, Missing.EXCLUDE_SPACE, Samples.component("x", Standardise.NONE, 1)),
                Standardise.MIN_MAX,
                null,
                null);
        Index y = Samples.with(
                Samples.index("iy", Combine.SUM, Missing.EXCLUDE_SPACE, Samples.component("y", Standardise.NONE, 1)),
                Standardise.MIN_MAX,
                null,
                null);
        Index both = Samples.index(
                "both",
                Combine.SUM,
                Missing.EXCLUDE_SPACE,
                Samples.ofIndex("ix", Standardise.NONE, 1),
                Samples.ofIndex("iy", Standardise.NONE, 1));

        Outcome outcome = Samples.compute(Samples.scheme(List.of(x, y, both), List.of()), Samples.flat(3), columns);

        assertThat(Samples.values(outcome.index("both"), 3)).containsExactly(1, 0.5, 1.5);
    }
}
