package de.quartierwerk.classification.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words of the scheme language mean, by numbers worked out elsewhere (NumPy, SciPy, COINr). */
class WordsTest {
    private static final double GAP = Double.NaN;
    private static final double[] TIED = {9, 7, 7, 4};

    private static Standardisation by(Standardise method, Ties ties) {
        return new Standardisation(method, ties, null, null, null, null, null);
    }

    private static double[] standardised(Standardisation how, double... x) {
        return values(Samples.component("x", Standardise.NONE, 1).with(how), Map.of("x", Column.of(x)));
    }

    private static double[] values(Component component, Map<String, Column> columns) {
        IndexOutcome outcome =
                Samples.compute(Samples.index("i", Combine.SUM, Missing.EXCLUDE_SPACE, component), columns);
        return Samples.values(outcome, columns.get("x").size());
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
        assertThat(values(relief, Map.of("x", Column.of(20, 52.5, 85, 98)))).containsExactly(100, 50, 0, -20);
    }

    @Test
    void polarityAfterStandardisingTurnsTheNumberWithinItsRange() {
        assertThat(values(after(Standardise.PERCENT_RANK), Map.of("x", Column.of(TIED))))
                .containsExactly(0, 1 - 1.0 / 3, 1 - 1.0 / 3, 1);
        assertThat(values(after(Standardise.RANK), Map.of("x", Column.of(TIED))))
                .containsExactly(1, 2.5, 2.5, 4);
        assertThat(values(after(Standardise.MIN_MAX), Map.of("x", Column.of(1, 2, 5))))
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

        double[] found = values(Samples.component("x", Standardise.NONE, 1).with(population), columns);

        assertThat(found[0]).isCloseTo(-1.30769691, within(1e-8));
        assertThat(found[3]).isCloseTo(0.98874644, within(1e-8));
        Standardisation sample = new Standardisation(Standardise.Z_SAMPLE, null, null, null, "w", null, null);
        assertThat(values(Samples.component("x", Standardise.NONE, 1).with(sample), columns)[0])
                .isCloseTo(-1.13249875, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({
        "TYPE_1, 1, 3, 6",
        "TYPE_2, 1.5, 3.5, 7.5",
        "TYPE_3, 1, 3, 6",
        "TYPE_4, 1, 3, 6",
        "TYPE_5, 1.5, 3.5, 7.5",
        "TYPE_6, 1.2, 3.5, 8.7",
        "TYPE_7, 1.8, 3.5, 6.3",
        "TYPE_8, 1.4, 3.5, 7.9",
        "TYPE_9, 1.425, 3.5, 7.8"
    })
    void quantilesAfterHyndmanAndFan(ClassRule.QuantileType type, double low, double middle, double high) {
        double[] values = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};

        Classes classes = Classes.of(rule(type, List.of(0.2, 0.5, 0.9), null), values);

        assertThat(classes.breaks()[0]).isCloseTo(low, within(1e-12));
        assertThat(classes.breaks()[1]).isCloseTo(middle, within(1e-12));
        assertThat(classes.breaks()[2]).isCloseTo(high, within(1e-12));
    }

    @Test
    void weightedQuantilesCountAValueAsOftenAsItWeighs() {
        double[] values = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
        double[] weights = {1, 3, 2, 1, 1, 2, 1, 1, 2, 1};

        Classes classes = Classes.of(
                rule(ClassRule.QuantileType.TYPE_7, List.of(0.25, 0.5, 0.75), null),
                values,
                new ClassContext(Groups.whole(10), weights));

        assertThat(classes.breaks()).containsExactly(1.5, 4, 5);
    }

    @ParameterizedTest
    @CsvSource({"CEILING, 2, 3, 2, 3", "FLOOR, 3, 2, 3, 2", "PROC_RANK, 2, 3, 3, 2", "NTILE, 3, 3, 2, 2"})
    void rulesForRanks(ClassRule.RankRule rule, int first, int second, int third, int fourth) {
        List<Integer> sizes = new ArrayList<>();
        int[] at = classes(
                rule, Ties.MEAN, IntStream.rangeClosed(1, 10).asDoubleStream().toArray());
        for (int k = 0; k < 4; k++) {
            int position = k;
            sizes.add((int) Arrays.stream(at).filter(x -> x == position).count());
        }

        assertThat(sizes).containsExactly(first, second, third, fourth);
    }

    private static int[] classes(ClassRule.RankRule rule, Ties ties, double... values) {
        List<String> codes = List.of("1", "2", "3", "4");
        ClassRule quarters = new ClassRule(
                ClassRule.Method.QUANTILES,
                List.of(),
                List.of(),
                ClassRule.Closed.RIGHT,
                new ClassRule.Quantiles(ClassRule.QuantileType.RANK_LOW, rule, ties),
                null,
                null,
                codes,
                codes);
        Classes classes = Classes.of(quarters, values);
        return IntStream.range(0, values.length).map(classes::at).toArray();
    }

    @Test
    void tiesOfClassesAreOfTheRanksAsCounted() {
        assertThat(classes(ClassRule.RankRule.CEILING, Ties.MIN, 1, 1, 1, 2)).containsExactly(0, 0, 0, 3);
        assertThat(classes(ClassRule.RankRule.CEILING, Ties.MAX, 1, 1, 1, 2)).containsExactly(2, 2, 2, 3);
    }

    private static ClassRule rule(ClassRule.QuantileType type, List<Double> probabilities, String within) {
        List<String> codes = IntStream.rangeClosed(1, probabilities.size() + 1)
                .mapToObj(Integer::toString)
                .toList();
        return new ClassRule(
                ClassRule.Method.QUANTILES,
                List.of(),
                probabilities,
                ClassRule.Closed.RIGHT,
                ClassRule.Quantiles.of(type),
                null,
                within,
                codes,
                codes);
    }

    @Test
    void withinGroupsStandardisationAndClassesKnowTheOwnGroupOnly() {
        Territory territory = new Territory(
                "space",
                Map.of("district", 10, "space", 20),
                List.of("a", "b", "c", "d", "e", "f"),
                List.of(0, 0, 0, 1, 1, -1),
                List.of(new Territory.Area("A", "district", -1), new Territory.Area("B", "district", -1)));
        Standardisation z = new Standardisation(Standardise.RANK, null, null, null, null, "district", null);
        Index index = Samples.with(
                Samples.index(
                        "i",
                        Combine.SUM,
                        Missing.EXCLUDE_SPACE,
                        Samples.component("x", Standardise.NONE, 1).with(z)),
                Standardise.NONE,
                null,
                rule(ClassRule.QuantileType.RANK_LOW, List.of(0.5), "district"));

        IndexOutcome outcome = Samples.compute(
                        Samples.scheme(List.of(index), List.of()),
                        territory,
                        Map.of("x", Column.of(1, 5, 3, 100, 50, 7)))
                .index("i");

        assertThat(Samples.values(outcome, 5)).containsExactly(1, 3, 2, 2, 1);
        assertThat(outcome.gap(5)).isEqualTo(Gap.NOTHING_VARIES);
        assertThat(IntStream.range(0, 6).map(outcome::classAt)).containsExactly(0, 1, 1, 1, 0, -1);
    }

    @Test
    void transformsInTheirOrder() {
        assertThat(transformed(0.25, "logit")).isCloseTo(Math.log(1.0 / 3), within(1e-12));
        assertThat(transformed(1, "logit")).isNaN();
        assertThat(transformed(0.25, "arcsine-square-root")).isCloseTo(Math.PI / 6, within(1e-12));
        assertThat(transformed(90000, "cap(75000)", "log")).isCloseTo(Math.log(75000), within(1e-12));
        assertThat(transformed(4, "power(-0.5)")).isEqualTo(0.5);
        assertThat(transformed(3, "multiply(2)", "add(-1)", "power(2)")).isEqualTo(25);
        assertThat(transformed(0.5495 - 1e-16, "round(3)")).isEqualTo(0.55);
    }

    private static double transformed(double x, String... transforms) {
        double y = x;
        for (String transform : transforms) {
            y = Transform.parse(transform).orElseThrow().apply(y);
        }
        return y;
    }

    @ParameterizedTest
    @CsvSource({"power", "round(1.5)", "'winsorise(0, 3, 1)'", "'winsorise(2, 3.5)'", "log(2)", "cube"})
    void whatIsNoTransform(String text) {
        assertThat(Transform.parse(text)).isEmpty();
    }

    @Test
    void outliersBecomeTheNextNumberUntilTheColumnPasses() {
        double[] x = {1, 2, 2, 3, 4, 5, 7, 9, 50, 120};
        Transform transform = Transform.parse("winsorise(2, 3.5, 5)").orElseThrow();

        Winsorising found = Winsorising.of(transform, x);

        assertThat(Winsorising.skewness(x)).isCloseTo(2.490798362916731, within(1e-12));
        assertThat(Winsorising.kurtosis(x)).isCloseTo(6.194914047872995, within(1e-12));
        assertThat(found).isEqualTo(new Winsorising(1, 50, 1, true));
        Component component = new Component(
                "x",
                null,
                null,
                Measure.VALUE,
                0,
                null,
                List.of(transform),
                Polarity.BURDEN,
                PolarityOrder.BEFORE,
                Standardisation.NONE,
                1);
        assertThat(values(component, Map.of("x", Column.of(x)))).endsWith(9, 50, 50);
    }

    @ParameterizedTest
    @CsvSource({
        "HARMONIC_MEAN, 1, 3.2",
        "POWER_MEAN, 2, 6",
        "POWER_MEAN, -1, 3.2",
        "PRODUCT, 1, 16",
        "MAXIMUM, 1, 8",
        "MINIMUM, 1, 2"
    })
    void meansAndOthers(Combine combine, double power, double expected) {
        Index index = combined(combine, power, Samples.component("x", Standardise.NONE, 1), second(1));
        Map<String, Column> columns = Map.of("x", Column.of(2), "y", Column.of(8));

        double value = Samples.compute(index, columns).value(0);

        double exact = combine == Combine.POWER_MEAN && power == 2 ? Math.sqrt(34) : expected;
        assertThat(value).isCloseTo(exact, within(1e-12));
    }

    private static Component second(double weight) {
        return Samples.component("y", Standardise.NONE, weight);
    }

    private static Index combined(Combine combine, double power, Component... components) {
        return new Index(
                "i",
                "i",
                List.of(components),
                combine,
                power,
                Missing.EXCLUDE_SPACE,
                null,
                Standardisation.NONE,
                List.of(),
                null,
                EstimatedOver.RUN,
                null);
    }

    @Test
    void meansOtherThanTheArithmeticOneKnowNoNegativeNumbers() {
        for (Combine combine : List.of(Combine.HARMONIC_MEAN, Combine.POWER_MEAN, Combine.GEOMETRIC_MEAN)) {
            Index index = combined(combine, -2, Samples.component("x", Standardise.NONE, 1), second(1));

            IndexOutcome outcome = Samples.compute(index, Map.of("x", Column.of(2, -1, 0), "y", Column.of(8, 8, 8)));

            assertThat(outcome.gap(1)).isEqualTo(Gap.NEGATIVE_COMPONENT);
            assertThat(outcome.value(2)).isZero();
        }
    }

    @Test
    void conditionsAreCounted() {
        Condition high =
                new Condition.Figure("x", Measure.VALUE, 0, Condition.ALL, Condition.Operator.GREATER_OR_EQUAL, 5, 5);
        Condition top = new Condition.IndexValue("y", Condition.Operator.GREATER, 0.5, 0.5);
        Index y = Samples.index(
                "y", Combine.SUM, Missing.EXCLUDE_SPACE, Samples.component("x", Standardise.PERCENT_RANK, 1));
        Index flags = combined(Combine.COUNT_OF, 1, Component.of(high, 1), Component.of(top, 1));

        IndexOutcome outcome = Samples.compute(
                        Samples.scheme(List.of(y, flags), List.of()),
                        Samples.flat(4),
                        Map.of("x", Column.of(1, 5, 9, GAP)))
                .index("i");

        assertThat(Samples.values(outcome, 3)).containsExactly(0, 1, 2);
        assertThat(outcome.gap(3)).isEqualTo(Gap.COMPONENT_MISSING);
        assertThat(outcome.contribution(1, 2)).isEqualTo(1);
    }

    @Test
    void aMissingValueIsReplacedAndMarked() {
        Territory territory = new Territory(
                "space",
                Map.of("district", 10, "space", 20),
                List.of("a", "b", "c", "d"),
                List.of(0, 0, 1, 1),
                List.of(new Territory.Area("A", "district", -1), new Territory.Area("B", "district", -1)));
        Map<String, Double> expected = Map.of("mean", 4.0, "group-mean(district)", 8.0, "larger-area", 8.0);

        expected.forEach((impute, value) -> {
            Component component = new Component(
                    "x",
                    null,
                    null,
                    Measure.VALUE,
                    0,
                    Impute.parse(impute).orElseThrow(),
                    List.of(),
                    Polarity.BURDEN,
                    PolarityOrder.BEFORE,
                    Standardisation.NONE,
                    1);
            IndexOutcome outcome = Samples.compute(
                            Samples.scheme(
                                    List.of(
                                            Samples.index("i", Combine.SUM, Missing.EXCLUDE_SPACE, component),
                                            Samples.index(
                                                    "j",
                                                    Combine.SUM,
                                                    Missing.EXCLUDE_SPACE,
                                                    Samples.ofIndex("i", Standardise.NONE, 1))),
                                    List.of()),
                            territory,
                            Map.of("x", Column.of(1, 3, 8, GAP)))
                    .index("j");

            assertThat(outcome.value(3)).as(impute).isEqualTo(value);
            assertThat(outcome.imputed(3)).containsExactly("x");
            assertThat(outcome.imputed(2)).isEmpty();
        });
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

    @Test
    void oneFactorByMaximumLikelihood() {
        // Correlations that one factor with the loadings .9, .8, .7, .6 makes
        double[] loadings = {0.9, 0.8, 0.7, 0.6};
        double[][] r = new double[4][4];
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                r[a][b] = a == b ? 1 : loadings[a] * loadings[b];
            }
        }

        FactorAnalysis found = FactorAnalysis.exact(r);

        double sign = Math.signum(found.loadings().get(0));
        double all = 0;
        for (double loading : loadings) {
            all += loading / (1 - loading * loading);
        }
        for (int c = 0; c < 4; c++) {
            assertThat(sign * found.loadings().get(c)).isCloseTo(loadings[c], within(1e-9));
            double coefficient = loadings[c] / (1 - loadings[c] * loadings[c]) / all;
            assertThat(sign * found.coefficients().get(c)).isCloseTo(coefficient, within(1e-9));
        }
    }

    private static double[][] correlations(double... upper) {
        int size = (int) Math.round((1 + Math.sqrt(1 + 8.0 * upper.length)) / 2);
        double[][] r = new double[size][size];
        int k = 0;
        for (int a = 0; a < size; a++) {
            r[a][a] = 1;
            for (int b = a + 1; b < size; b++) {
                r[a][b] = upper[k];
                r[b][a] = upper[k++];
            }
        }
        return r;
    }

    @Test
    void theSearchOfRComesNearTheMaximum() {
        double[][] plain = correlations(0.6, 0.5, 0.3, 0.45, 0.35, 0.4);
        double[][] heywood = correlations(0.9, 0.9, 0.3, 0.6, 0.3, 0.3);

        for (double[][] r : List.of(plain, heywood)) {
            List<Double> found = FactorAnalysis.asPsych(r).coefficients();
            List<Double> exact = FactorAnalysis.exact(r).coefficients();
            for (int c = 0; c < 4; c++) {
                assertThat(Math.abs(found.get(c))).isCloseTo(Math.abs(exact.get(c)), within(1e-4));
            }
        }
    }

    @Test
    void aVariableThatFollowsFromOthersIsNoObstacle() {
        double[][] twice = correlations(1, 0.5, 0.4, 0.5, 0.4, 0.3);

        assertThat(FactorAnalysis.asPsych(twice)).isEqualTo(FactorAnalysis.exact(twice));
    }

    @Test
    void severalRollUps() {
        Territory territory = new Territory(
                "space",
                Map.of("district", 10, "space", 20),
                List.of("a", "b", "c", "d"),
                List.of(0, 0, 0, 0),
                List.of(new Territory.Area("A", "district", -1)));
        Map<String, Double> found = new HashMap<>();
        List<RollUp> rollUps = new ArrayList<>();
        for (RollUp.Kind kind : RollUp.Kind.values()) {
            double from = kind == RollUp.Kind.EXTENT ? 25 : kind == RollUp.Kind.CONCENTRATION ? 50 : 0;
            rollUps.add(
                    new RollUp(kind.code(), "district", kind, from, 75, Set.of("2"), "w", Standardisation.NONE, null));
        }
        Index index = new Index(
                "i",
                "i",
                List.of(Samples.component("x", Standardise.NONE, 1)),
                Combine.SUM,
                1,
                Missing.EXCLUDE_SPACE,
                null,
                Standardisation.NONE,
                rollUps,
                null,
                EstimatedOver.RUN,
                Samples.classes(ClassRule.Method.EQUAL_INTERVAL, ClassRule.QuantileType.TYPE_7, 2));

        Samples.compute(
                        Samples.scheme(List.of(index), List.of()),
                        territory,
                        Map.of("x", Column.of(1, 2, 3, 4), "w", Column.of(4, 3, 2, 1)))
                .rollUps()
                .forEach(rollUp -> found.put(rollUp.name(), rollUp.value(0)));

        assertThat(found.get("mean")).isCloseTo(2, within(1e-12));
        assertThat(found.get("mean-rank")).isCloseTo(2, within(1e-12));
        assertThat(found.get("share-in-class")).isCloseTo(0.3, within(1e-12));
        assertThat(found.get("population-in-class")).isCloseTo(3, within(1e-12));
        // d counts in full; c lies in per cent 50, b in 75, of the steps from 26 (0.95) to 75 (0.05)
        double c = 0.95 - 0.9 * 24 / 49;
        assertThat(found.get("extent")).isCloseTo((1 + 2 * c + 3 * 0.05) / 10, within(1e-12));
        assertThat(found.get("concentration")).isCloseTo((1 * 4 + 2 * 3 + 2 * 2) / 5.0, within(1e-12));
    }

    @Test
    void roundedAsSpreadsheetsDo() {
        Standardisation how = new Standardisation(Standardise.NONE, null, null, null, null, null, 1);

        assertThat(standardised(how, 0.25, -0.25, 2.449)).containsExactly(0.3, -0.3, 2.4);
    }
}
