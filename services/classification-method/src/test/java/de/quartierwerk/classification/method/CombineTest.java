package de.quartierwerk.classification.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How components become an index, by numbers worked out elsewhere (NumPy, SciPy, COINr). */
class CombineTest {
    private static final double GAP = Double.NaN;

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
}
