package de.quartierwerk.classification.run.compute;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Classification;
import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Combine;
import de.quartierwerk.classification.method.Component;
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
import de.quartierwerk.classification.run.RunSummary;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SummariesTest {
    /** Three spaces in the first three of four classes. */
    private static Outcome outcome() {
        List<String> codes = List.of("1", "2", "3", "4");
        ClassRule classes = new ClassRule(
                ClassRule.Method.BREAKS,
                List.of(1.5, 2.5, 3.5),
                ClassRule.Closed.RIGHT,
                ClassRule.QuantileType.TYPE_7,
                codes,
                codes);
        Index index = new Index(
                "i",
                "I",
                List.of(new Component(
                        "x", null, Measure.VALUE, 0, Transform.NONE, Polarity.BURDEN, Standardise.NONE, 1)),
                Combine.SUM,
                Missing.EXCLUDE_SPACE,
                Standardise.NONE,
                null,
                null,
                classes);
        Scheme scheme = new Scheme(
                "s", "s", null, null, "space", false, Universe.EVERYTHING, List.of(index), List.of(), List.of());
        return Classification.compute(
                scheme,
                Territory.flat("space", List.of("a", "b", "c")),
                (code, lag) -> Column.of(1, 2, 3),
                Selection.without(new boolean[3]));
    }

    private static List<String> empty(Set<Integer> withheld) {
        return Summaries.of(outcome(), new Withholding.Withheld(withheld, Set.of())).warnings().stream()
                .filter(warning -> warning.code().equals("run.class-without-spaces"))
                .map(RunSummary.Warning::subject)
                .toList();
    }

    /** Else the classes that nobody is shown in but that are not said to be empty would be those withheld. */
    @Test
    void aClassOfWithheldSpacesCountsAsEmpty() {
        assertThat(empty(Set.of())).containsExactly("i: 4");
        assertThat(empty(Set.of(1))).containsExactly("i: 2", "i: 4");
        assertThat(empty(Set.of(0, 1))).containsExactly("i: 1", "i: 2", "i: 4");
    }

    @Test
    void whereNoClassIsShownNoneIsSaidToBeEmpty() {
        assertThat(empty(Set.of(0, 1, 2))).isEmpty();
    }
}
