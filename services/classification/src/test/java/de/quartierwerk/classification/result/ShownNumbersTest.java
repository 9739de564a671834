package de.quartierwerk.classification.result;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.classification.method.Classification;
import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Condition;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Need;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.method.Selection;
import de.quartierwerk.classification.method.Territory;
import de.quartierwerk.classification.method.Universe;
import de.quartierwerk.kit.problem.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A number and the threshold that it did not reach look different. */
class ShownNumbersTest {
    private static final Words WORDS = new Words(
            new Messages(),
            Locale.ENGLISH,
            Map.of("x", new Indicator("x", "x", "persons", "count", "burden", 3, null)),
            Map.of());

    private static ConditionExplanation rule(double found, double threshold) {
        Condition figure = new Condition.Figure(
                "x", Measure.VALUE, 0, Condition.ALL, Condition.Operator.GREATER_OR_EQUAL, threshold, threshold);
        Scheme scheme = new Scheme(
                "s",
                "s",
                null,
                null,
                "space",
                false,
                Universe.EVERYTHING,
                List.of(),
                List.of(),
                List.of(new Need("N", "N", null, figure)));
        Outcome outcome = Classification.compute(
                scheme,
                Territory.flat("space", List.of("a")),
                (code, lag) -> Column.of(found),
                Selection.without(false));
        return new ConditionParts(outcome, 0, ExactScope.PUBLIC)
                .rule(outcome.needs().get(0).when());
    }

    @Test
    void decimalsAreAddedUntilTheyDo() {
        List<String> sentences = new Sentences(WORDS).of("N", false, rule(999.9999, 1000));

        assertThat(sentences.get(1))
                .contains(">= 1,000:")
                .contains("found 999.9999,")
                .contains("-0.0001,");
        assertThat(new Sentences(WORDS).of("N", false, rule(20.004, 20.0041)).get(1))
                .contains(">= 20.0041:")
                .contains("found 20.004,");
    }

    private static Double margin(ConditionExplanation rule) {
        return ((ConditionExplanation.Figure) rule).found().margin();
    }

    @Test
    void theDistanceFromAThresholdIsAlwaysANumber() {
        assertThat(margin(rule(1e308, -1e308))).isEqualTo(Double.MAX_VALUE);
        assertThat(margin(rule(-1e308, 1e308))).isEqualTo(-Double.MAX_VALUE);
    }
}
