package de.quartierwerk.classification.method;

import java.util.HashMap;
import java.util.Map;

/**
 * Values and classes of a later run on the scale of an earlier one: its means, deviations, extremes, ranks, shares and
 * breaks stay as they were in the base run. So a space changes its class only where its own figures changed, and all
 * may rise or fall together.
 */
public final class FixedBreaks {
    private final Outcome base;
    private final Outcome now;
    private final Map<String, double[]> known = new HashMap<>();

    /** The scale of {@code base} for the spaces of {@code now}. */
    public FixedBreaks(Outcome base, Outcome now) {
        this.base = base;
        this.now = now;
    }

    /** Whether an index is made of the same components in both runs and its classes can be told from its value. */
    public boolean possible(String code) {
        IndexOutcome before = base.index(code);
        return before != null && ClassScale.possible(before) && comparable(code);
    }

    private boolean comparable(String code) {
        IndexOutcome before = base.index(code);
        IndexOutcome after = now.index(code);
        if (before == null || after == null) {
            return false;
        }
        Index index = before.index();
        boolean same = method(index).equals(method(after.index()));
        boolean linear = index.combine() != Combine.FIRST_PRINCIPAL_COMPONENT
                || index.components().stream()
                        .noneMatch(component -> component.standardise().method().byRank());
        return same
                && linear
                && index.components().stream()
                        .allMatch(component ->
                                component.index() == null || (!component.looksBack() && comparable(component.index())));
    }

    /** An index without what does not change its values, or is only named differently. */
    private static Index method(Index index) {
        return index.with(index.components(), null)
                .with(index.estimatedOver().at(period -> 0))
                .with((ClassRule) null);
    }

    /** Positions of the classes on the scale of the base run, -1 where a space has none. */
    public int[] classes(String code) {
        IndexOutcome before = base.index(code);
        ClassScale scale =
                new ClassScale(before, Variant.universe(before, base.territory().size()));
        double[] values = values(code);
        int[] classes = new int[values.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = now.index(code).inUniverse(i) ? scale.classOf(values[i]) : -1;
        }
        return classes;
    }

    /** Values on the scale of the base run, {@code NaN} where a space has none. */
    public double[] values(String code) {
        double[] values = known.get(code);
        if (values == null) {
            values = compute(code);
            known.put(code, values);
        }
        return values;
    }

    private double[] compute(String code) {
        IndexOutcome before = base.index(code);
        IndexOutcome after = now.index(code);
        Combination combination = before.combination();
        double[] numbers = new double[before.components().size()];
        double[] values = new double[now.territory().size()];
        for (int i = 0; i < values.length; i++) {
            for (int c = 0; c < numbers.length; c++) {
                numbers[c] =
                        number(before.components().get(c), after.components().get(c), i);
            }
            Integer decimals = before.index().rawDecimals();
            double raw = combination.of(numbers);
            values[i] = before.place(decimals == null ? raw : Rounding.toDecimals(raw, decimals), after.groupKey(i));
        }
        return values;
    }

    /** The number of a component on its earlier scale. */
    private double number(ComponentOutcome before, ComponentOutcome after, int i) {
        Impute impute = before.component().impute();
        if (impute != null && impute.kind() == Impute.Kind.SCORE && after.imputed(i)) {
            return impute.score();
        }
        String index = before.component().index();
        return before.place(index == null ? after.measured(i) : values(index)[i], after.groupKey(i));
    }
}
