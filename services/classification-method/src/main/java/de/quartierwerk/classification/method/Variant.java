package de.quartierwerk.classification.method;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The classes of an index computed anew with something changed; its spaces stay the same. */
final class Variant {
    private final IndexOutcome outcome;
    private final boolean[] universe;
    private final Groups groups;
    private final ClassContext context;
    private final double @Nullable [] fixed;

    /** All spaces of a run. */
    Variant(IndexOutcome outcome, boolean[] universe) {
        this(outcome, universe, outcome.groups(), outcome.context());
    }

    /** Some positions only. */
    Variant(IndexOutcome outcome, int... positions) {
        this(
                outcome,
                everywhere(positions.length),
                outcome.groups().at(positions),
                outcome.context().at(positions));
    }

    private Variant(IndexOutcome outcome, boolean[] universe, Groups groups, ClassContext context) {
        this.outcome = outcome;
        this.universe = universe;
        this.groups = groups;
        this.context = context;
        ClassRule rule = outcome.index().classRule();
        this.fixed = rule.method() == ClassRule.Method.BREAKS
                ? rule.breaks().stream().mapToDouble(Double::doubleValue).toArray()
                : null;
    }

    /**
     * Whether classes depend on the values of the run alone, so that they can be computed anew from these: not on the
     * components, nor on other periods.
     */
    static boolean possible(Index index) {
        return index.classes() != null
                && index.classes().method() != ClassRule.Method.K_MEANS
                && index.restandardise().weight() == null
                && index.estimatedOver().isRun();
    }

    private static boolean[] everywhere(int size) {
        boolean[] everywhere = new boolean[size];
        Arrays.fill(everywhere, true);
        return everywhere;
    }

    /** The universe of an index as an array. */
    static boolean[] universe(IndexOutcome outcome, int size) {
        boolean[] universe = new boolean[size];
        for (int i = 0; i < size; i++) {
            universe[i] = outcome.inUniverse(i);
        }
        return universe;
    }

    /** Position of the class per position of {@code raw} among the codes, -1 where there is none. */
    int[] classes(double[] raw) {
        Standardisation how = outcome.index().restandardise();
        double[] value =
                Standardised.of(how, new Sample(raw, universe, groups, null)).numbers();
        int[] at = new int[raw.length];
        if (fixed == null) {
            Classes classes = Classes.of(outcome.index().classes(), value, context);
            Arrays.setAll(at, classes::at);
        } else {
            ClassRule.Closed closed = outcome.index().classRule().closed();
            for (int i = 0; i < at.length; i++) {
                at[i] = Double.isNaN(value[i]) ? -1 : Classes.byBreaks(fixed, closed, value[i]);
            }
        }
        return at;
    }
}
