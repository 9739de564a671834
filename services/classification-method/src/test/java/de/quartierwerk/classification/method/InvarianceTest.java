package de.quartierwerk.classification.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every combination and standardisation: neither the order of the spaces nor units matter, parts sum.
 */
class InvarianceTest {
    private static final int SPACES = 50;

    static Stream<Arguments> methods() {
        List<Arguments> all = new ArrayList<>();
        for (Combine combine : Combine.values()) {
            for (Standardise how : Standardise.values()) {
                for (Missing missing : Missing.values()) {
                    boolean principal = combine.estimated();
                    if (!(principal && missing == Missing.RENORMALISE_WEIGHTS)) {
                        all.add(Arguments.of(combine, how, missing));
                    }
                }
            }
        }
        return all.stream();
    }

    private static Index index(Combine combine, Standardise how, Missing missing) {
        double weight = combine.estimated() ? 1 : 0.7;
        Index index = Samples.index(
                "i",
                combine,
                missing,
                Samples.component("a", how, 1),
                new Component("b", null, Measure.VALUE, 0, Transform.NONE, Polarity.BURDEN, how, weight),
                Samples.component("c", how, 1));
        return Samples.with(
                Samples.oriented(index, combine.estimated() ? "b" : null),
                how,
                null,
                Samples.classes(ClassRule.Method.QUANTILES, ClassRule.QuantileType.RANK_HIGH, 5));
    }

    /** Positive numbers with ties and gaps, the third column tied to the first. */
    private static Map<String, double[]> data(long seed) {
        Random random = new Random(seed);
        double[] a = new double[SPACES];
        double[] b = new double[SPACES];
        double[] c = new double[SPACES];
        for (int i = 0; i < SPACES; i++) {
            a[i] = 1 + random.nextInt(30);
            b[i] = random.nextInt(10) == 0 ? Double.NaN : 1 + random.nextInt(12) / 4.0;
            c[i] = random.nextInt(15) == 0 ? Double.NaN : 2 * a[i] + random.nextInt(9);
        }
        return Map.of("a", a, "b", b, "c", c);
    }

    private static IndexOutcome compute(Index index, Map<String, double[]> data) {
        Map<String, Column> columns = new HashMap<>();
        data.forEach((code, x) -> columns.put(code, Column.of(x)));
        return Samples.compute(index, columns);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theOrderOfTheSpacesDoesNotMatter(Combine combine, Standardise how, Missing missing) {
        Index index = index(combine, how, missing);
        Map<String, double[]> data = data(1);
        int[] order = Samples.permutation(SPACES, new Random(2));
        Map<String, double[]> permuted = new HashMap<>();
        data.forEach((code, x) -> permuted.put(code, Samples.permuted(x, order)));

        IndexOutcome straight = compute(index, data);
        IndexOutcome other = compute(index, permuted);

        for (int i = 0; i < SPACES; i++) {
            if (Double.isNaN(straight.value(order[i]))) {
                assertThat(other.value(i)).isNaN();
            } else {
                assertThat(other.value(i)).isCloseTo(straight.value(order[i]), within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void unitsDoNotMatterOnceNumbersAreStandardised(Combine combine, Standardise how, Missing missing) {
        boolean principal = combine.estimated();
        if (how == Standardise.NONE && !principal) {
            return;
        }
        Index index = index(combine, how, missing);
        Map<String, double[]> data = data(3);
        Map<String, double[]> other = new HashMap<>(data);
        double origin = how == Standardise.SHARE_OF_MAXIMUM ? 0 : 8; // shares keep their zero
        // dyadic, so that ties stay ties
        other.put(
                "a",
                IntStream.range(0, SPACES)
                        .mapToDouble(i -> 0.25 * data.get("a")[i] - origin)
                        .toArray());
        other.put(
                "c",
                IntStream.range(0, SPACES)
                        .mapToDouble(i -> 1024 * data.get("c")[i] + 8 * origin)
                        .toArray());

        IndexOutcome here = compute(index, data);
        IndexOutcome there = compute(index, other);

        for (int i = 0; i < SPACES; i++) {
            if (Double.isNaN(here.value(i))) {
                assertThat(there.value(i)).isNaN();
            } else {
                assertThat(there.value(i)).isCloseTo(here.value(i), within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void contributionsSumToTheIndex(Combine combine, Standardise how, Missing missing) {
        IndexOutcome outcome = compute(index(combine, how, missing), data(5));

        int summed = 0;
        for (int i = 0; i < SPACES; i++) {
            if (combine == Combine.PRODUCT || (combine.onlyPositive() && outcome.raw(i) == 0)) {
                assertThat(outcome.contribution(0, i)).isNaN();
            } else if (outcome.gap(i) == Gap.NONE) {
                double sum = 0;
                for (int c = 0; c < 3; c++) {
                    double part = outcome.contribution(c, i);
                    sum += Double.isNaN(part) ? 0 : part;
                }
                double whole = Combination.whole(outcome.index(), sum);
                assertThat(whole).isCloseTo(outcome.raw(i), within(1e-9 * Math.max(1, Math.abs(outcome.raw(i)))));
                summed++;
            }
        }
        boolean negative =
                how == Standardise.Z_POPULATION || how == Standardise.Z_SAMPLE || how == Standardise.NORMAL_SCORE;
        boolean few = combine.onlyPositive() && negative;
        assertThat(summed).isGreaterThan(combine == Combine.PRODUCT ? -1 : few ? 0 : 20);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void turningThePolarityOfAllComponentsTurnsALinearIndex(Combine combine, Standardise how, Missing missing) {
        boolean linear = how == Standardise.NONE || how == Standardise.Z_POPULATION || how == Standardise.Z_SAMPLE;
        if (!linear || !combine.additive() || combine.estimated()) {
            return;
        }
        Index index = index(combine, how, missing);
        Map<String, double[]> data = data(7);
        Map<String, double[]> turned = new HashMap<>();
        data.forEach((code, x) -> turned.put(
                code, IntStream.range(0, SPACES).mapToDouble(i -> -x[i]).toArray()));

        IndexOutcome straight = compute(index, data);
        IndexOutcome other = compute(index, turned);

        for (int i = 0; i < SPACES; i++) {
            if (straight.gap(i) == Gap.NONE) {
                assertThat(other.value(i)).isCloseTo(-straight.value(i), within(1e-9));
            }
        }
    }

    /** With other numbers in the third column, and with a gap more there. */
    @ParameterizedTest
    @MethodSource("methods")
    void whatIsComputedAgainIsAsIfComputedAnew(Combine combine, Standardise how, Missing missing) {
        Scheme scheme = Samples.scheme(List.of(index(combine, how, missing)), List.of());
        Map<String, Column> columns = new HashMap<>();
        data(4).forEach((code, x) -> columns.put(code, Column.of(x)));
        Outcome before = Samples.compute(scheme, Samples.flat(SPACES), columns);
        for (double other : new double[] {3.5, Double.NaN}) {
            double[] c = data(4).get("c");
            c[7] = other;
            Map<String, Column> changed = new HashMap<>(columns);
            changed.put("c", Column.of(c));

            IndexOutcome again =
                    before.with((code, lag) -> changed.get(code)).indices().get(0);
            IndexOutcome anew = Samples.compute(scheme, Samples.flat(SPACES), changed)
                    .indices()
                    .get(0);

            for (int i = 0; i < SPACES; i++) {
                assertThat(again.value(i)).isEqualTo((Double) anew.value(i));
                assertThat(again.classAt(i)).isEqualTo(anew.classAt(i));
                assertThat(again.gap(i)).isEqualTo(anew.gap(i));
            }
        }
    }
}
