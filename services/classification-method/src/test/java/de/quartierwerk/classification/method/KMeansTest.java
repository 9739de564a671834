package de.quartierwerk.classification.method;

import static de.quartierwerk.classification.method.Samples.GAP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KMeansTest {
    private static final double[] X = {0, 10, 0.5, 10.5, 5, 0.2, 5.2};
    private static final double[] Y = {0, 0, 0.5, 0.5, 9, 0.2, 9.2};

    private static int[] at(Classes classes, int size) {
        return IntStream.range(0, size).map(classes::at).toArray();
    }

    private static Classes classes(double[] values, double[]... columns) {
        return KMeans.classes(3, values, List.of(columns), () -> {});
    }

    @Test
    void groupsAreNumberedFromTheLowestMeanIndexValueUpwards() {
        double[] values = {3, 1, 3.1, 1.1, 2, 2.9, 2.1};

        Classes classes = classes(values, X, Y);

        assertThat(at(classes, 7)).containsExactly(2, 0, 2, 0, 1, 2, 1);
        assertThat(classes.breaks()).isEmpty();
        assertThat(classes.missing()).isFalse();
    }

    @Test
    void fitIsOneLessSquaresWithinThroughAllSquares() {
        double[] values = {1, 1, 2, 2, 9, 9};

        Classes classes = KMeans.classes(2, values, List.of(new double[] {0, 0, 2, 2, 10, 10}), () -> {});

        // within: 4 for the first four around 1, 0 for the last two; all: mean 4, 2 * (16 + 4 + 36) = 112
        assertThat(classes.fit()).isCloseTo(1 - 4.0 / 112, within(1e-12));
        assertThat(at(classes, 6)).containsExactly(0, 0, 0, 0, 1, 1);
    }

    @Test
    void theOrderOfTheSpacesDoesNotMatter() {
        Random random = new Random(11);
        int n = 60;
        double[] x = random.doubles(n).toArray();
        double[] y = random.doubles(n).toArray();
        double[] values = IntStream.range(0, n).mapToDouble(i -> x[i] + y[i]).toArray();
        int[] order = Samples.permutation(n, random);

        Classes straight = classes(values, x, y);
        Classes permuted =
                classes(Samples.permuted(values, order), Samples.permuted(x, order), Samples.permuted(y, order));

        for (int i = 0; i < n; i++) {
            assertThat(permuted.at(i)).isEqualTo(straight.at(order[i]));
        }
        assertThat(permuted.fit()).isEqualTo(straight.fit());
    }

    @Test
    void aSpaceThatLacksAComponentJoinsTheNearestGroupInThoseItHas() {
        double[] values = {3, 1, 3.1, 1.1, 2, GAP, 2.1};
        double[] y = Y.clone();
        y[3] = GAP;

        Classes classes = classes(values, X, y);

        assertThat(at(classes, 7)).containsExactly(2, 0, 2, 0, 1, -1, 1);
    }

    @Test
    void fewerDifferentPointsThanClassesMakeNone() {
        Classes classes = classes(new double[] {1, 1, 2}, new double[] {1, 1, 2});

        assertThat(classes.missing()).isTrue();
        assertThat(at(classes, 3)).containsExactly(-1, -1, -1);
        assertThat(classes(new double[] {GAP, GAP}, new double[] {1, 2}).missing())
                .isFalse();
    }

    @Test
    void anIndexIsClassedByItsStandardisedComponents() {
        ClassRule rule = Samples.classes(ClassRule.Method.K_MEANS, ClassRule.QuantileType.TYPE_7, 3);
        Index index = Samples.with(
                Samples.index(
                        "i",
                        Combine.SUM,
                        Missing.EXCLUDE_SPACE,
                        Samples.component("x", Standardise.Z_POPULATION, 1),
                        Samples.component("y", Standardise.Z_POPULATION, 1)),
                Standardise.Z_POPULATION,
                null,
                rule);

        IndexOutcome outcome = Samples.compute(index, Map.of("x", Column.of(X), "y", Column.of(Y)));

        // the group at (5, 9) has the highest sum of z values, the one at (10, 0) the second, the one at 0 the lowest
        assertThat(IntStream.range(0, 7).mapToObj(outcome::classCode))
                .containsExactly("1", "2", "1", "2", "3", "1", "3");
    }

    @Test
    void itCanBeGivenUp() {
        Runnable stop = () -> {
            throw new IllegalStateException("enough");
        };

        assertThatThrownBy(() -> KMeans.classes(2, X, List.of(X, Y), stop)).hasMessage("enough");
    }
}
