package de.quartierwerk.classification.run.start;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Classification;
import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Combine;
import de.quartierwerk.classification.method.Component;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Missing;
import de.quartierwerk.classification.method.Polarity;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.method.Selection;
import de.quartierwerk.classification.method.Standardise;
import de.quartierwerk.classification.method.Territory;
import de.quartierwerk.classification.method.Transform;
import de.quartierwerk.classification.method.Universe;
import de.quartierwerk.classification.run.Run;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Who chooses the spaces of an exact run finds a suppressed value by classes alone: excluding all but it and one public
 * space tells which of the two is larger. The rule of the basis takes that away.
 */
class ProbingTest {
    private static final double[] PUBLIC = {3, 5, 8, 9, 12, 17, 20};

    /** The public values right below and above the suppressed one, as the classes of the runs tell. */
    private static List<Double> probe(double secret, Run.Basis basis) {
        double below = Double.NEGATIVE_INFINITY;
        double above = Double.POSITIVE_INFINITY;
        for (int other = 0; other < PUBLIC.length; other++) {
            String found = classOfTheSecret(secret, other, basis);
            below = "high".equals(found) ? Math.max(below, PUBLIC[other]) : below;
            above = "low".equals(found) ? Math.min(above, PUBLIC[other]) : above;
        }
        return List.of(below, above);
    }

    private static String classOfTheSecret(double secret, int other, Run.Basis basis) {
        double[] values = Arrays.copyOf(PUBLIC, PUBLIC.length + 1);
        values[PUBLIC.length] = basis == Run.Basis.EXACT ? secret : Double.NaN;
        boolean[] excluded = new boolean[values.length];
        Arrays.fill(excluded, true);
        excluded[other] = false;
        excluded[PUBLIC.length] = false;
        return Classification.compute(
                        SCHEME,
                        Territory.flat("space", List.of("a", "b", "c", "d", "e", "f", "g", "secret")),
                        (code, lag) -> Column.of(values),
                        Selection.without(excluded))
                .index("i")
                .classCode(PUBLIC.length);
    }

    private static final Scheme SCHEME = new Scheme(
            "s",
            "s",
            null,
            null,
            "space",
            false,
            Universe.EVERYTHING,
            List.of(new Index(
                    "i",
                    "i",
                    List.of(new Component(
                            "x", null, Measure.VALUE, 0, Transform.NONE, Polarity.BURDEN, Standardise.Z_POPULATION, 1)),
                    Combine.SUM,
                    Missing.EXCLUDE_SPACE,
                    Standardise.NONE,
                    null,
                    null,
                    new ClassRule(
                            ClassRule.Method.BREAKS,
                            List.of(0.0),
                            ClassRule.Closed.RIGHT,
                            ClassRule.QuantileType.TYPE_7,
                            List.of("low", "high"),
                            List.of("low", "high")))),
            List.of(),
            List.of());

    @Test
    void withoutTheRuleExclusionsFindTheSuppressedValue() {
        Run.Basis ruleOff = Run.Basis.EXACT;

        assertThat(probe(10, ruleOff)).containsExactly(9.0, 12.0);
        assertThat(probe(18, ruleOff)).containsExactly(17.0, 20.0);
    }

    @Test
    void withTheRuleTheyFindNothing() {
        Run.Basis planners = BasisRule.of(true, true, false, true);

        assertThat(probe(10, planners)).isEqualTo(probe(18, planners));
    }

    @Test
    void approvedSchemesAreExactOverWhatNobodyChose() {
        assertThat(BasisRule.of(true, false, false, true)).isEqualTo(Run.Basis.EXACT);
        assertThat(BasisRule.of(true, true, true, true)).isEqualTo(Run.Basis.EXACT);
        assertThat(BasisRule.of(true, true, false, false)).isEqualTo(Run.Basis.EXACT);
        assertThat(BasisRule.of(false, false, true, false)).isEqualTo(Run.Basis.PUBLIC);
    }
}
