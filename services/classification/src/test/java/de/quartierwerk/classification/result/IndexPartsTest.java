package de.quartierwerk.classification.result;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.classification.method.Classification;
import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Combine;
import de.quartierwerk.classification.method.Component;
import de.quartierwerk.classification.method.Condition;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Missing;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Polarity;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.method.Selection;
import de.quartierwerk.classification.method.Standardise;
import de.quartierwerk.classification.method.Territory;
import de.quartierwerk.classification.method.Transform;
import de.quartierwerk.classification.method.Universe;
import de.quartierwerk.kit.problem.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody sees of the components of an index in which a suppressed value takes part. */
class IndexPartsTest {
    private static final Sentences SENTENCES = new Sentences(new Words(
            new Messages(),
            Locale.ENGLISH,
            Map.of("x", new Indicator("x", "x", "persons", "count", "burden", 3, null)),
            Map.of()));
    private static final Territory SPACES = Territory.flat("space", List.of("a", "b", "c", "d", "e", "f"));

    /** The largest count is public, the next one is suppressed. */
    private static Outcome outcome(Component component) {
        Index index = new Index(
                "i", "I", List.of(component), Combine.SUM, Missing.EXCLUDE_SPACE, Standardise.NONE, null, null, null);
        Column column = Column.of(4, 5, 6, 7, 29, 1000);
        column.set(4, 29, Double.NaN, Double.NaN, true);
        Scheme scheme = new Scheme(
                "s", "s", null, null, "space", false, Universe.EVERYTHING, List.of(index), List.of(), List.of());
        return Classification.compute(scheme, SPACES, (code, lag) -> column, Selection.without(new boolean[6]));
    }

    private static Explanation.ComponentPart explain(Outcome outcome, int at, ExactScope scope) {
        return new IndexParts(outcome, at, scope)
                .of(outcome.index("i"), SENTENCES)
                .components()
                .get(0);
    }

    private static Outcome transformed(String transform) {
        return outcome(new Component(
                "x",
                null,
                Measure.VALUE,
                0,
                Transform.parse(transform).orElseThrow(),
                Polarity.BURDEN,
                Standardise.NONE,
                1));
    }

    /** The public largest count becomes the suppressed one, or a number between both. */
    @ParameterizedTest
    @ValueSource(strings = {"winsorise(2, 3.5, 1)", "trim(0, 80)", "trim(10, 90)"})
    void aPublicNumberCutAtASuppressedOneIsHidden(String transform) {
        Outcome outcome = transformed(transform);

        Explanation.ComponentPart hidden = explain(outcome, 5, ExactScope.PUBLIC);
        Explanation.ComponentPart shown = explain(outcome, 5, ExactScope.EXACT);

        assertThat(hidden.measured().value()).isEqualTo(1000);
        assertThat(hidden.prepared().transformed()).isNull();
        assertThat(shown.prepared().transformed()).isLessThan(1000);
    }

    @Test
    void aPublicNumberTransformedByItselfIsShown() {
        Explanation.ComponentPart shown = explain(transformed("cap(900)"), 5, ExactScope.PUBLIC);

        assertThat(shown.prepared().transformed()).isEqualTo(900);
    }

    /** Its value is 1 where the condition holds, which is hidden beside it. */
    @ParameterizedTest
    @ValueSource(strings = {"RANK", "PERCENTILE", "Z", "SHARE_OF_REFERENCE"})
    void aConditionOnOthersSuppressedNumbersHidesWhetherItHeld(String measure) {
        Outcome outcome = outcome(Component.of(
                new Condition.Figure(
                        "x", Measure.valueOf(measure), 0, Condition.ALL, Condition.Operator.GREATER, 0.1, 0.1),
                1));

        Explanation.ComponentPart hidden = explain(outcome, 5, ExactScope.PUBLIC);
        Explanation.ComponentPart shown = explain(outcome, 5, ExactScope.EXACT);

        assertThat(hidden.source().condition().held()).isNull();
        assertThat(hidden.measured().value()).isNull();
        assertThat(hidden.prepared().transformed()).isNull();
        assertThat(shown.measured().value()).isEqualTo(1);
    }

    @Test
    void aConditionOnAPublicNumberShowsWhetherItHeld() {
        Outcome outcome = outcome(Component.of(
                new Condition.Figure("x", Measure.VALUE, 0, Condition.ALL, Condition.Operator.GREATER, 5, 5), 1));

        assertThat(explain(outcome, 5, ExactScope.PUBLIC).measured().value()).isEqualTo(1);
        assertThat(explain(outcome, 4, ExactScope.PUBLIC).measured().value()).isNull();
    }
}
