package de.quartierwerk.classification.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ties and breaks are those of the decimals that statistics offices publish, not those of their binary forms. */
class DecimalsTest {
    private static final int SPACES = 500;

    private static double[] tenths(int seed) {
        return new Random(seed)
                .ints(SPACES, 0, 1000)
                .mapToDouble(tenth -> tenth / 10.0)
                .toArray();
    }

    private static IndexOutcome sum(Standardise how, Standardise again, ClassRule classes, double[]... columns) {
        Index index = Samples.with(
                Samples.index(
                        "i",
                        Combine.SUM,
                        Missing.EXCLUDE_SPACE,
                        Samples.component("x", how, 1),
                        Samples.component("y", how, 1)),
                again,
                null,
                classes);
        return Samples.compute(index, Map.of("x", Column.of(columns[0]), "y", Column.of(columns[1])));
    }

    private static ClassRule breaks(ClassRule.Closed closed, Double... breaks) {
        List<String> codes = IntStream.rangeClosed(0, breaks.length)
                .mapToObj(Integer::toString)
                .toList();
        return new ClassRule(
                ClassRule.Method.BREAKS, List.of(breaks), closed, ClassRule.QuantileType.TYPE_7, codes, codes);
    }

    private static BigDecimal[] exactSums(double[] x, double... y) {
        return IntStream.range(0, x.length)
                .mapToObj(i -> BigDecimal.valueOf(x[i]).add(BigDecimal.valueOf(y[i])))
                .toArray(BigDecimal[]::new);
    }

    /** Twice the percentile times N / 100: twice the number below and the equals. */
    private static int twicePercentile(Comparable<?>[] all, Object one) {
        @SuppressWarnings("unchecked")
        Comparable<Object> own = (Comparable<Object>) one;
        return Arrays.stream(all)
                .mapToInt(other -> Integer.signum(own.compareTo(other)) + 1)
                .sum();
    }

    @Test
    void aSumThatReachesABreakLiesOnIt() {
        double[] x = {0.1, 0.1, 0.7};
        double[] y = {0.2, 0.21, -0.1};
        ClassRule right = breaks(ClassRule.Closed.RIGHT, 0.3, 0.6);
        ClassRule left = breaks(ClassRule.Closed.LEFT, 0.3, 0.6);

        IndexOutcome closedRight = sum(Standardise.NONE, Standardise.NONE, right, x, y);
        IndexOutcome closedLeft = sum(Standardise.NONE, Standardise.NONE, left, x, y);

        assertThat(List.of(closedRight.classAt(0), closedRight.classAt(1), closedRight.classAt(2)))
                .containsExactly(0, 1, 1);
        assertThat(List.of(closedLeft.classAt(0), closedLeft.classAt(1), closedLeft.classAt(2)))
                .containsExactly(1, 1, 2);
    }

    @Test
    void sumsThatAreEqualInDecimalsAreTies() {
        double[] x = tenths(1);
        double[] y = tenths(2);
        BigDecimal[] exact = exactSums(x, y);

        IndexOutcome rank = sum(Standardise.NONE, Standardise.RANK, null, x, y);
        ClassRule fifths = Samples.classes(ClassRule.Method.QUANTILES, ClassRule.QuantileType.RANK_LOW, 5);
        IndexOutcome classes = sum(Standardise.NONE, Standardise.NONE, fifths, x, y);

        for (int i = 0; i < SPACES; i++) {
            int twice = twicePercentile(exact, exact[i]);
            assertThat(rank.value(i)).isEqualTo((twice + 1) / 2.0);
            assertThat(classes.classAt(i)).isEqualTo((5 * (twice + 1) + 2 * SPACES - 1) / (2 * SPACES) - 1);
        }
    }

    @Test
    void percentilesOfSummedPercentilesKeepTheirTies() {
        double[] x = tenths(3);
        double[] y = tenths(4);
        Double[] boxedX = Arrays.stream(x).boxed().toArray(Double[]::new);
        Double[] boxedY = Arrays.stream(y).boxed().toArray(Double[]::new);
        Integer[] exact = IntStream.range(0, SPACES)
                .mapToObj(i -> twicePercentile(boxedX, x[i]) + twicePercentile(boxedY, y[i]))
                .toArray(Integer[]::new);

        IndexOutcome outcome = sum(Standardise.PERCENTILE, Standardise.PERCENTILE, null, x, y);

        for (int i = 0; i < SPACES; i++) {
            assertThat(outcome.value(i)).isEqualTo(twicePercentile(exact, exact[i]) / 2.0 / SPACES * 100);
        }
    }

    @Test
    void boundsOfEqualIntervalsAreDecimals() {
        for (int count = 2; count <= 10; count++) {
            double[] x = IntStream.rangeClosed(11, 41)
                    .mapToDouble(tenth -> tenth / 10.0)
                    .toArray();
            Classes classes = Classes.of(
                    Samples.classes(ClassRule.Method.EQUAL_INTERVAL, ClassRule.QuantileType.TYPE_7, count), x);

            for (int i = 0; i < x.length; i++) {
                int number = Math.max(1, (i * count + 29) / 30);
                assertThat(classes.at(i)).as("%s of %d", x[i], count).isEqualTo(number - 1);
            }
        }
    }

    @Test
    void aSpaceAtTheMeanLiesOnTheBreakAtZero() {
        double[] x = {0.1, 0.2, 0.3, 0.7, 0.7};
        double[] nothing = new double[5];
        double[] y = {0.1, 0.3, 0.2, 0.7, 0.7};

        IndexOutcome outcome =
                sum(Standardise.NONE, Standardise.Z_POPULATION, breaks(ClassRule.Closed.RIGHT, 0.0), x, nothing);
        IndexOutcome twice = sum(Standardise.NONE, Standardise.Z_POPULATION, breaks(ClassRule.Closed.RIGHT, 0.0), x, y);

        assertThat(outcome.classAt(2)).isZero();
        assertThat(twice.classAt(1)).isEqualTo(twice.classAt(2));
    }

    @Test
    void sharesThatAlwaysSumToAHundredCancelOut() {
        double[] owners = tenths(5);
        double[] renters = Arrays.stream(owners)
                .map(share -> BigDecimal.valueOf(100)
                        .subtract(BigDecimal.valueOf(share))
                        .doubleValue())
                .toArray();

        IndexOutcome outcome = sum(Standardise.Z_POPULATION, Standardise.Z_POPULATION, null, owners, renters);
        IndexOutcome plain = sum(Standardise.Z_POPULATION, Standardise.NONE, null, owners, renters);

        for (int i = 0; i < SPACES; i++) {
            assertThat(outcome.gap(i)).isEqualTo(Gap.NOTHING_VARIES);
            assertThat(plain.value(i)).isZero();
        }
    }

    @Test
    void numbersThatDifferInTheTwelfthDigitStayDifferent() {
        Ranks ranks = Ranks.of(
                new double[] {1, 1 + 2e-12, 1 + 1e-15, 1e-300, 0}, new boolean[] {true, true, true, true, true});

        assertThat(ranks.fromLowest(0)).isEqualTo(1);
        assertThat(ranks.fromLowest(1e-300)).isEqualTo(2);
        assertThat(ranks.fromLowest(1)).isEqualTo(3.5);
        assertThat(ranks.fromLowest(1 + 2e-12)).isEqualTo(5);
    }
}
