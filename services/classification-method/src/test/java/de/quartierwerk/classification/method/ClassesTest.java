package de.quartierwerk.classification.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values are cut into classes, by numbers worked out elsewhere (NumPy, SciPy, COINr). */
class ClassesTest {
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
}
