package de.quartierwerk.classification.method;

import static de.quartierwerk.classification.method.Samples.GAP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Input that no formula was made for: every answer is a finite number or a stated gap. */
class DegenerateTest {
    private static final Map<String, Column> COLUMNS = Map.of(
            "same", Column.of(5, 5, 5),
            "none", Column.of(GAP, GAP, GAP),
            "x", Column.of(1, 2, 4),
            "zero", Column.of(0, 0, 0),
            "x-1", Column.of(0, 1, 2));

    private static IndexOutcome compute(Combine combine, Component... components) {
        return Samples.compute(Samples.index("i", combine, Missing.EXCLUDE_SPACE, components), COLUMNS);
    }

    @ParameterizedTest
    @EnumSource(
            value = Combine.class,
            names = {"SUM", "MEAN", "WEIGHTED_SUM", "FIRST_PRINCIPAL_COMPONENT"})
    void nothingButConstantComponentsVariesNowhere(Combine combine) {
        IndexOutcome outcome = compute(combine, Samples.component("same", Standardise.Z_POPULATION, 1));

        assertThat(outcome.gap(0)).isEqualTo(Gap.NOTHING_VARIES);
        assertThat(outcome.value(0)).isNaN();
        assertThat(outcome.raw(0)).isNaN();
        assertThat(outcome.components().get(0).used()).isFalse();
    }

    @Test
    void allMissingIsAMissingComponentEverywhere() {
        IndexOutcome outcome = compute(
                Combine.SUM,
                Samples.component("none", Standardise.Z_POPULATION, 1),
                Samples.component("x", Standardise.Z_POPULATION, 1));

        for (int i = 0; i < 3; i++) {
            assertThat(outcome.gap(i)).isEqualTo(Gap.COMPONENT_MISSING);
        }
        assertThat(outcome.components().get(0).spread().count()).isZero();
    }

    @Test
    void whereOnlyComponentsWithoutWeightAreLeftNothingVaries() {
        IndexOutcome outcome = compute(
                Combine.MEAN,
                Samples.component("same", Standardise.Z_POPULATION, 1),
                Samples.component("x", Standardise.Z_POPULATION, 0));

        assertThat(outcome.gap(1)).isEqualTo(Gap.NOTHING_VARIES);
        assertThat(outcome.raw(1)).isNaN();
    }

    @Test
    void oneSpaceHasNoSpread() {
        Map<String, Column> one = Map.of("x", Column.of(3));
        Index z = Samples.with(
                Samples.index(
                        "i", Combine.SUM, Missing.EXCLUDE_SPACE, Samples.component("x", Standardise.Z_POPULATION, 1)),
                Standardise.NONE,
                null,
                Samples.classes(ClassRule.Method.EQUAL_INTERVAL, ClassRule.QuantileType.TYPE_7, 3));
        Index plain = Samples.with(
                Samples.index("i", Combine.SUM, Missing.EXCLUDE_SPACE, Samples.component("x", Standardise.RANK, 1)),
                Standardise.NONE,
                null,
                Samples.classes(ClassRule.Method.QUANTILES, ClassRule.QuantileType.TYPE_7, 3));

        assertThat(Samples.compute(z, one).gap(0)).isEqualTo(Gap.NOTHING_VARIES);
        assertThat(Samples.compute(z, one).classAt(0)).isEqualTo(-1);
        assertThat(Samples.compute(plain, one).value(0)).isEqualTo(1.0);
    }

    @Test
    void equalChangesAreEqualWhateverTheyAreComputedFrom() {
        Map<String, Column> columns = Map.of("x", Column.of(10.3, 20.3), "x-1", Column.of(10.1, 20.1));
        Component z = new Component(
                "x", null, Measure.CHANGE, 1, Transform.NONE, Polarity.BURDEN, Standardise.Z_POPULATION, 1);
        Component plain =
                new Component("x", null, Measure.CHANGE, 1, Transform.NONE, Polarity.BURDEN, Standardise.NONE, 1);

        IndexOutcome standardised = Samples.compute(Samples.index("i", Combine.SUM, Missing.EXCLUDE_SPACE, z), columns);
        IndexOutcome bare = Samples.compute(Samples.index("i", Combine.SUM, Missing.EXCLUDE_SPACE, plain), columns);

        assertThat(standardised.gap(0)).isEqualTo(Gap.NOTHING_VARIES);
        assertThat(standardised.components().get(0).spread().deviation()).isZero();
        assertThat(List.of(bare.raw(0), bare.raw(1))).containsOnly(0.2);
    }

    @Test
    void numbersThatDifferByTheRoundingOfTheirComputationDoNotVary() {
        Map<String, Column> columns = Map.of("x", Column.of(0.1 + 0.2, 0.3, 0.3));
        for (Standardise how : List.of(Standardise.Z_POPULATION, Standardise.Z_SAMPLE, Standardise.MIN_MAX)) {
            Index index = Samples.index("i", Combine.SUM, Missing.EXCLUDE_SPACE, Samples.component("x", how, 1));

            assertThat(Samples.compute(index, columns).gap(0)).isEqualTo(Gap.NOTHING_VARIES);
        }
    }

    @Test
    void componentsThatCancelOutLeaveNothingToStandardiseAgain() {
        double[] x = new Random(3).doubles(20, 0, 100).toArray();
        double[] rest = Arrays.stream(x).map(share -> 100 - share).toArray();
        Index index = Samples.with(
                Samples.index(
                        "i",
                        Combine.SUM,
                        Missing.EXCLUDE_SPACE,
                        Samples.component("x", Standardise.Z_POPULATION, 1),
                        Samples.component("rest", Standardise.Z_POPULATION, 1)),
                Standardise.Z_POPULATION,
                null,
                null);

        IndexOutcome outcome = Samples.compute(index, Map.of("x", Column.of(x), "rest", Column.of(rest)));

        for (int i = 0; i < x.length; i++) {
            assertThat(outcome.gap(i)).isEqualTo(Gap.NOTHING_VARIES);
        }
    }

    @Test
    void aDivisionByZeroIsAMissingValue() {
        Component percent = new Component(
                "x", null, Measure.PERCENT_CHANGE, 1, Transform.NONE, Polarity.BURDEN, Standardise.NONE, 1);
        Component logarithm = new Component(
                "zero",
                null,
                Measure.VALUE,
                0,
                new Transform(Transform.Kind.LOG, List.of()),
                Polarity.BURDEN,
                Standardise.NONE,
                1);

        IndexOutcome outcome = compute(Combine.SUM, percent);

        assertThat(outcome.gap(0)).isEqualTo(Gap.COMPONENT_MISSING);
        assertThat(outcome.value(1)).isEqualTo(100.0);
        assertThat(compute(Combine.SUM, logarithm).gap(0)).isEqualTo(Gap.COMPONENT_MISSING);
        assertThat(compute(Combine.GEOMETRIC_MEAN, Samples.component("zero", Standardise.NONE, 1))
                        .value(0))
                .isZero();
    }

    @Test
    void figuresThatDivideByZeroLeaveTheirConditionOpen() {
        Column rates = new Column(3);
        for (int i = 0; i < 3; i++) {
            rates.set(i, 0, 0, i, false);
        }
        for (Measure measure : List.of(Measure.DEVIATION_PERCENT, Measure.SHARE_OF_REFERENCE)) {
            Condition figure = new Condition.Figure("r", measure, 0, Condition.ALL, Condition.Operator.GREATER, 0, 0);

            ConditionOutcome outcome = Samples.compute(
                            Samples.scheme(List.of(), List.of(new Need("N", "N", null, figure))),
                            Samples.flat(3),
                            Map.of("r", rates))
                    .needs()
                    .get(0)
                    .when();

            for (int i = 0; i < 3; i++) {
                assertThat(outcome.open(i)).isTrue();
                assertThat(outcome.figure().found(i)).isNaN();
            }
        }
    }

    /** Random schemes over columns with gaps, constants, zeros and numbers near the bounds of doubles. */
    @Test
    void nothingThatIsNoNumberComesOutOfAnyClassOrBreak() {
        Random random = new Random(42);
        double[] pool = {GAP, 0, -0.0, 1, 1, 2, -3, 1e-300, 1e155, -1e155, 1e308, -1e308, 4.9e-324};
        int values = 0;
        for (int round = 0; round < 3000; round++) {
            int n = 1 + random.nextInt(6);
            Map<String, Column> columns = new HashMap<>();
            for (String code : List.of("a", "b")) {
                boolean wild = random.nextInt(3) == 0;
                double[] x = random.ints(n, 0, wild ? pool.length : 7)
                        .mapToDouble(k -> pool[k])
                        .toArray();
                columns.put(code, Column.of(x));
            }
            Index index = random(random);

            IndexOutcome outcome = Samples.compute(index, columns);

            for (int i = 0; i < n; i++) {
                boolean number = outcome.gap(i) == Gap.NONE;
                values += number ? 1 : 0;
                assertThat(Double.isFinite(outcome.value(i)))
                        .as(index.toString())
                        .isEqualTo(number);
                assertThat(Double.isFinite(outcome.raw(i))).isEqualTo(number);
                boolean classed = outcome.classAt(i) >= 0;
                assertThat(classed)
                        .as(index + " " + outcome.value(i))
                        .isEqualTo(number && !outcome.classes().missing());
            }
            for (double point : outcome.classes().breaks()) {
                assertThat(point).as(index.toString()).isFinite();
            }
            double fit = outcome.classes().fit();
            assertThat(Double.isNaN(fit) || (fit >= -1e-9 && fit <= 1))
                    .as(index + " " + fit)
                    .isTrue();
        }
        assertThat(values).isGreaterThan(2000);
    }

    private static Index random(Random random) {
        Combine[] combines = {Combine.SUM, Combine.MEAN, Combine.WEIGHTED_SUM, Combine.GEOMETRIC_MEAN};
        Standardise[] hows = Standardise.values();
        Missing[] missing = Missing.values();
        List<Component> components = new ArrayList<>();
        for (String code : List.of("a", "b")) {
            components.add(Samples.component(code, hows[random.nextInt(hows.length)], random.nextInt(3)));
        }
        ClassRule.Method[] methods = {
            ClassRule.Method.QUANTILES,
            ClassRule.Method.EQUAL_INTERVAL,
            ClassRule.Method.JENKS,
            ClassRule.Method.K_MEANS
        };
        ClassRule.QuantileType[] types = ClassRule.QuantileType.values();
        return Samples.with(
                Samples.index(
                        "i",
                        combines[random.nextInt(combines.length)],
                        missing[random.nextInt(missing.length)],
                        components.toArray(Component[]::new)),
                hows[random.nextInt(hows.length)],
                null,
                Samples.classes(
                        methods[random.nextInt(methods.length)],
                        types[random.nextInt(types.length)],
                        2 + random.nextInt(3)));
    }
}
