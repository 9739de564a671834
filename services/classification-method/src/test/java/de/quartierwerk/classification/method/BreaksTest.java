package de.quartierwerk.classification.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BreaksTest {
    private static final double[] TEN = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    @Test
    void type7IsLinearBetweenOrderStatistics() {
        assertThat(Breaks.type7(TEN, 1, 4)).isEqualTo(3.25);
        assertThat(Breaks.type7(TEN, 2, 4)).isEqualTo(5.5);
        assertThat(Breaks.type7(TEN, 3, 4)).isEqualTo(7.75);
    }

    @Test
    void type7BetweenEqualValuesIsExactlyThatValue() {
        double[] ties = {0.1, 0.3, 0.3, 0.3, 0.3, 0.9, 1.1};

        assertThat(Breaks.type7(ties, 1, 5)).isEqualTo(0.3);
        assertThat(Breaks.type7(ties, 2, 5)).isEqualTo(0.3);
        assertThat(Breaks.type7(ties, 3, 5)).isEqualTo(0.3);
    }

    @Test
    void type3TakesTheNearestOrderStatisticTiesToEven() {
        assertThat(Breaks.type3(TEN, 1, 4)).isEqualTo(2);
        assertThat(Breaks.type3(TEN, 2, 4)).isEqualTo(5);
        assertThat(Breaks.type3(TEN, 3, 4)).isEqualTo(8);
    }

    @Test
    void closedSideDecidesEqualValues() {
        double[] breaks = {-1, 1};

        assertThat(Classes.byBreaks(breaks, ClassRule.Closed.RIGHT, -1)).isZero();
        assertThat(Classes.byBreaks(breaks, ClassRule.Closed.LEFT, -1)).isEqualTo(1);
        assertThat(Classes.byBreaks(breaks, ClassRule.Closed.RIGHT, 1.0000001)).isEqualTo(2);
    }

    @Test
    void equalIntervalCutsTheRange() {
        Classes classes =
                Classes.of(Samples.classes(ClassRule.Method.EQUAL_INTERVAL, ClassRule.QuantileType.TYPE_7, 3), TEN);

        assertThat(classes.breaks()).containsExactly(4, 7);
        assertThat(at(classes, 10)).containsExactly(0, 0, 0, 0, 1, 1, 1, 2, 2, 2);
    }

    @Test
    void decilesByRankGiveTheLastCodeToTheHighestTenth() {
        double[] values = new double[25];
        for (int i = 0; i < 25; i++) {
            values[i] = i;
        }

        Classes high =
                Classes.of(Samples.classes(ClassRule.Method.QUANTILES, ClassRule.QuantileType.RANK_HIGH, 10), values);
        Classes low =
                Classes.of(Samples.classes(ClassRule.Method.QUANTILES, ClassRule.QuantileType.RANK_LOW, 10), values);

        // number = ceil(10 r / 25): ranks 1 and 2 are number 1, rank 3 is number 2
        assertThat(high.at(24)).isEqualTo(9);
        assertThat(high.at(23)).isEqualTo(9);
        assertThat(high.at(22)).isEqualTo(8);
        assertThat(low.at(0)).isZero();
        assertThat(low.at(1)).isZero();
        assertThat(low.at(2)).isEqualTo(1);
        assertThat(high.at(0)).isZero();
        assertThat(low.at(24)).isEqualTo(9);
    }

    @Test
    void jenksFindsWhatTryingEverythingFinds() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            double[] values = new double[6 + random.nextInt(8)];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(20) / 2.0;
            }
            Arrays.sort(values);
            int count = 2 + random.nextInt(3);
            if (Arrays.stream(values).distinct().count() < count) {
                continue;
            }

            double[] breaks = Jenks.breaks(values, count, ClassRule.Closed.RIGHT);

            assertThat(squares(values, breaks)).isCloseTo(best(values, count, 0), within(1e-9));
        }
    }

    @Test
    void jenksWithFewerValuesThanClassesMakesNone() {
        Classes classes = Classes.of(
                Samples.classes(ClassRule.Method.JENKS, ClassRule.QuantileType.TYPE_7, 3), new double[] {1, 1, 2, 2});

        assertThat(classes.missing()).isTrue();
        assertThat(at(classes, 4)).containsExactly(-1, -1, -1, -1);
    }

    @Test
    void jenksReportsItsFit() {
        double[] values = {1, 1, 9, 9};

        Classes classes = Classes.of(Samples.classes(ClassRule.Method.JENKS, ClassRule.QuantileType.TYPE_7, 2), values);

        assertThat(classes.breaks()).containsExactly(1);
        assertThat(classes.fit()).isEqualTo(1.0);
        assertThat(at(classes, 4)).containsExactly(0, 0, 1, 1);
    }

    private static int[] at(Classes classes, int size) {
        int[] at = new int[size];
        for (int i = 0; i < size; i++) {
            at[i] = classes.at(i);
        }
        return at;
    }

    /** The least sum of squares over all ways to cut the values from a position on. */
    private static double best(double[] values, int count, int from) {
        if (count == 1) {
            return squares(Arrays.copyOfRange(values, from, values.length));
        }
        double least = Double.POSITIVE_INFINITY;
        for (int end = from + 1; end <= values.length - count + 1; end++) {
            double cost = squares(Arrays.copyOfRange(values, from, end)) + best(values, count - 1, end);
            least = Math.min(least, cost);
        }
        return least;
    }

    private static double squares(double[] values, double[] breaks) {
        double sum = 0;
        for (int c = 0; c <= breaks.length; c++) {
            int wanted = c;
            sum += squares(Arrays.stream(values)
                    .filter(x -> Classes.byBreaks(breaks, ClassRule.Closed.RIGHT, x) == wanted)
                    .toArray());
        }
        return sum;
    }

    private static double squares(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    }

    private static ClassRule rule(ClassRule.Method method, ClassRule.Closed closed, int count) {
        List<String> codes =
                Samples.classes(method, ClassRule.QuantileType.TYPE_7, count).codes();
        return new ClassRule(method, List.of(), closed, ClassRule.QuantileType.TYPE_7, codes, codes);
    }

    @Test
    void theClosedSideDecidesWhatEqualsAQuantile() {
        double[] values = {1, 2, 2, 2, 3};

        Classes right = Classes.of(rule(ClassRule.Method.QUANTILES, ClassRule.Closed.RIGHT, 2), values);
        Classes left = Classes.of(rule(ClassRule.Method.QUANTILES, ClassRule.Closed.LEFT, 2), values);

        assertThat(right.breaks()).containsExactly(2);
        assertThat(at(right, 5)).containsExactly(0, 0, 0, 0, 1);
        assertThat(at(left, 5)).containsExactly(0, 1, 1, 1, 1);
    }

    @Test
    void naturalClassesAreTheSameWhicheverSideIsClosed() {
        Random random = new Random(13);
        for (int round = 0; round < 50; round++) {
            double[] values = random.doubles(12).toArray();

            Classes right = Classes.of(rule(ClassRule.Method.JENKS, ClassRule.Closed.RIGHT, 4), values);
            Classes left = Classes.of(rule(ClassRule.Method.JENKS, ClassRule.Closed.LEFT, 4), values);

            assertThat(at(left, 12)).isEqualTo(at(right, 12));
            assertThat(left.fit()).isEqualTo(right.fit());
        }
    }

    @Test
    void documentsNameTheirBreaks() {
        ClassRule rule = new ClassRule(
                ClassRule.Method.BREAKS,
                List.of(-1.0, 1.0),
                ClassRule.Closed.RIGHT,
                ClassRule.QuantileType.TYPE_7,
                List.of("+", "+/-", "-"),
                List.of("+", "+/-", "-"));

        assertThat(at(Classes.of(rule, new double[] {-1, 0, Double.NaN, 1.5}), 4))
                .containsExactly(0, 1, -1, 2);
    }
}
