package de.quartierwerk.classification.method;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The classes of an index computed anew with something changed; its spaces stay the same. */
final class Variant {
    private final IndexOutcome outcome;
    private final boolean[] universe;
    private final double @Nullable [] fixed;

    Variant(IndexOutcome outcome, boolean[] universe) {
        this.outcome = outcome;
        this.universe = universe;
        ClassRule rule = outcome.index().classRule();
        this.fixed = rule.method() == ClassRule.Method.BREAKS
                ? rule.breaks().stream().mapToDouble(Double::doubleValue).toArray()
                : null;
    }

    /** Whether classes depend on the values of the index alone, so that they can be computed anew from these. */
    static boolean possible(Index index) {
        return index.classes() != null && !index.classes().method().code().equals("k-means");
    }

    /** The universe of an index as an array. */
    static boolean[] universe(IndexOutcome outcome, int size) {
        boolean[] universe = new boolean[size];
        for (int i = 0; i < size; i++) {
            universe[i] = outcome.inUniverse(i);
        }
        return universe;
    }

    /** The column of a component after measure, transform and polarity. */
    static double[] ready(Outcome all, Component component) {
        double sign = component.polarity().sign();
        double[] x = new double[all.territory().size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = sign * component.transform().apply(all.measured(component, i));
        }
        return x;
    }

    /** Position of the class per position of {@code raw} among the codes, -1 where there is none. */
    int[] classes(double[] raw) {
        double[] value =
                Standardised.of(outcome.index().restandardise(), raw, universe).numbers();
        int[] at = new int[raw.length];
        if (fixed == null) {
            Classes classes = Classes.of(outcome.index().classes(), value);
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
