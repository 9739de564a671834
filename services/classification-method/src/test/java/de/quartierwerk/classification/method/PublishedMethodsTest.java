package de.quartierwerk.classification.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods of others against figures worked by hand or by an independent library. */
class PublishedMethodsTest {
    private static final double[] WEIGHTS = {.225, .225, .135, .135, .093, .093, .093};

    /** Ten areas with a rank from 1 (most deprived) to 10 in each of the seven domains. */
    private static final double[][] RANKS = {
        {1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
        {2, 1, 4, 3, 6, 5, 8, 7, 10, 9},
        {1, 3, 2, 5, 4, 7, 6, 9, 8, 10},
        {10, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {5, 4, 3, 2, 1, 10, 9, 8, 7, 6},
        {3, 2, 1, 6, 5, 4, 9, 8, 7, 10},
        {1, 2, 3, 4, 5, 6, 7, 8, 10, 9},
    };

    private static IndexOutcome english() {
        Map<String, Column> columns = new HashMap<>();
        List<Component> domains = new ArrayList<>();
        for (int d = 0; d < RANKS.length; d++) {
            columns.put("d" + d, Column.of(RANKS[d]));
            domains.add(new Component(
                    "d" + d,
                    null,
                    Measure.VALUE,
                    0,
                    Transform.NONE,
                    Polarity.RELIEF,
                    Standardise.RANK_EXPONENTIAL,
                    WEIGHTS[d]));
        }
        Index index = Samples.with(
                Samples.index("imd", Combine.WEIGHTED_SUM, Missing.EXCLUDE_SPACE, domains.toArray(Component[]::new)),
                Standardise.NONE,
                null,
                Samples.classes(ClassRule.Method.QUANTILES, ClassRule.QuantileType.RANK_HIGH, 10));
        return Samples.compute(index, columns);
    }

    /**
     * X of rank r among ten, by hand from X = -23 ln(1 - R (1 - e^(-100/23))) with R = (11 - r) / 10: rank 1 gives 100,
     * rank 2 gives -23 ln(1 - 0.9 * 0.98706…) = 50.4266…, and so on.
     */
    @Test
    void englishIndexAgreesWithAreasWorkedByHand() {
        double[] x = {
            100,
            50.426654274,
            35.856824096,
            27.007470908,
            20.63270673,
            15.646790073,
            11.551504456,
            8.076374642,
            5.058045994,
            2.390259732
        };
        IndexOutcome outcome = english();

        for (int i = 0; i < 10; i++) {
            double expected = 0;
            for (int d = 0; d < RANKS.length; d++) {
                expected += WEIGHTS[d] * x[(int) RANKS[d][i] - 1];
            }
            assertThat(outcome.raw(i)).isCloseTo(expected, within(1e-8));
        }
        // .225 * (100 + 50.42665) + .135 * (100 + 2.39026) + .093 * (20.63271 + 35.85682 + 100)
        assertThat(outcome.value(0)).isCloseTo(62.222208642, within(1e-8));
    }

    @Test
    void englishDecilesGiveOneAreaInTenToEachAndTheFirstToTheMostDeprived() {
        IndexOutcome outcome = english();

        List<Integer> byValue = IntStream.range(0, 10)
                .boxed()
                .sorted((a, b) -> Double.compare(outcome.value(a), outcome.value(b)))
                .toList();

        for (int place = 0; place < 10; place++) {
            assertThat(outcome.classAt(byValue.get(place))).isEqualTo(place);
        }
    }

    @ParameterizedTest
    @CsvSource({"5,11,17", "10,11,23", "5,400,29", "10,997,31", "4,8,37"})
    void quantilesOfType7AgreeWithAnIndependentLibraryAlsoWithTies(int count, int n, long seed) {
        Random random = new Random(seed);
        double[] values = IntStream.range(0, n)
                .mapToDouble(i -> random.nextInt(n / 2 + 2) / 8.0)
                .toArray();

        Classes classes =
                Classes.of(Samples.classes(ClassRule.Method.QUANTILES, ClassRule.QuantileType.TYPE_7, count), values);

        Percentile library = new Percentile().withEstimationType(EstimationType.R_7);
        library.setData(values);
        for (int k = 1; k < count; k++) {
            assertThat(classes.breaks()[k - 1]).isCloseTo(library.evaluate(100.0 * k / count), within(1e-9));
        }
        for (int i = 0; i < n; i++) {
            int expected = 0;
            for (double point : classes.breaks()) {
                expected += values[i] > point ? 1 : 0;
            }
            assertThat(classes.at(i)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"5,11,17", "10,11,23", "5,400,29", "10,997,31", "4,8,37"})
    void quantilesOfType3AgreeWithAnIndependentLibraryAlsoWithTies(int count, int n, long seed) {
        Random random = new Random(seed);
        double[] values = IntStream.range(0, n)
                .mapToDouble(i -> random.nextInt(n / 2 + 2) / 8.0)
                .toArray();

        Classes classes =
                Classes.of(Samples.classes(ClassRule.Method.QUANTILES, ClassRule.QuantileType.TYPE_3, count), values);

        Percentile library = new Percentile().withEstimationType(EstimationType.R_3);
        library.setData(values);
        for (int k = 1; k < count; k++) {
            assertThat(classes.breaks()[k - 1]).isEqualTo(library.evaluate(100.0 * k / count));
        }
    }

    /**
     * Three districts. Values are 10, 20, 30 | 40, 50 | 60, weights 1, 2, 3 | 4, 4 | 5, so that the means are 140 / 6,
     * 45 and 60; min-max gives 0, (45 - 140/6) / (60 - 140/6) and 1.
     */
    @Test
    void populationWeightedRollUpWithMinMaxAgreesWithTheHandWorkedExample() {
        Territory territory = new Territory(
                "space",
                Map.of("district", 10, "space", 40),
                List.of("a", "b", "c", "d", "e", "f", "g"),
                List.of(0, 0, 0, 1, 1, 2, 2),
                List.of(
                        new Territory.Area("A", "district", -1),
                        new Territory.Area("B", "district", -1),
                        new Territory.Area("C", "district", -1)));
        double gap = Double.NaN;
        Map<String, Column> columns = Map.of(
                "x", Column.of(10, 20, 30, 40, 50, 60, gap),
                "people", Column.of(1, 2, 3, 4, 4, 5, 1000));
        Index index = Samples.with(
                Samples.index("i", Combine.SUM, Missing.EXCLUDE_SPACE, Samples.component("x", Standardise.NONE, 1)),
                Standardise.NONE,
                new RollUp("district", "people", Standardise.MIN_MAX),
                Samples.classes(ClassRule.Method.EQUAL_INTERVAL, ClassRule.QuantileType.TYPE_7, 2));

        RollUpOutcome larger = Samples.compute(Samples.scheme(List.of(index), List.of()), territory, columns)
                .rollUps()
                .get(0);

        assertThat(larger.keys()).containsExactly("A", "B", "C");
        assertThat(larger.raw(0)).isCloseTo(23.333333333333, within(1e-9));
        assertThat(larger.raw(1)).isCloseTo(45, within(1e-9));
        assertThat(larger.raw(2)).isCloseTo(60, within(1e-9));
        assertThat(larger.value(0)).isZero();
        assertThat(larger.value(1)).isCloseTo(0.590909090909, within(1e-9));
        assertThat(larger.value(2)).isEqualTo(1.0);
        assertThat(IntStream.range(0, 3).mapToObj(larger::classCode)).containsExactly("1", "2", "2");
    }
}
