package de.quartierwerk.classification.method;

import java.util.HashMap;
import java.util.List;
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
        boolean same = index.components().equals(after.index().components())
                && index.combine() == after.index().combine()
                && index.missing() == after.index().missing()
                && index.restandardise() == after.index().restandardise();
        boolean linear = index.combine() != Combine.FIRST_PRINCIPAL_COMPONENT
                || SmallDenominators.LINEAR.containsAll(
                        index.components().stream().map(Component::standardise).toList());
        return same
                && linear
                && index.components().stream()
                        .allMatch(component ->
                                component.index() == null || (!component.looksBack() && comparable(component.index())));
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
        boolean[] universe = Variant.universe(before, base.territory().size());
        List<ComponentOutcome> parts = before.components();
        double[][] columns = new double[parts.size()][];
        for (int c = 0; c < columns.length; c++) {
            columns[c] = column(before, parts.get(c), universe);
        }
        Ranks ranks = Ranks.of(before.raws(), universe);
        double[] values = new double[now.territory().size()];
        for (int i = 0; i < values.length; i++) {
            double raw = combined(before.index(), parts, columns, i);
            values[i] = Scale.place(before.index().restandardise(), before.spread(), ranks, raw);
        }
        return values;
    }

    private double[] column(IndexOutcome before, ComponentOutcome part, boolean[] universe) {
        Component component = part.component();
        double sign = component.polarity().sign();
        Ranks ranks = Ranks.of(Variant.ready(base, component), universe);
        boolean components = before.index().combine() == Combine.FIRST_PRINCIPAL_COMPONENT;
        Standardise how = components ? Standardise.Z_POPULATION : component.standardise();
        double[] earlier = component.index() == null ? null : values(component.index());
        double[] x = new double[now.territory().size()];
        for (int i = 0; i < x.length; i++) {
            double measured = earlier == null ? now.measured(component, i) : earlier[i];
            x[i] = Scale.place(
                    how, part.spread(), ranks, sign * component.transform().apply(measured));
        }
        return x;
    }

    private static double combined(Index index, List<ComponentOutcome> parts, double[][] columns, int i) {
        boolean geometric = index.combine() == Combine.GEOMETRIC_MEAN;
        boolean renormalise = index.missing() == Missing.RENORMALISE_WEIGHTS;
        double sum = 0;
        double all = 0;
        double present = 0;
        for (int c = 0; c < columns.length; c++) {
            double share = parts.get(c).share();
            if (parts.get(c).used()) {
                all += share;
                if (!(renormalise && Double.isNaN(columns[c][i]))) {
                    present += share;
                    sum += Combination.part(geometric, share, columns[c][i]);
                }
            }
        }
        double combined = renormalise ? sum * (all / present) : sum;
        return geometric ? StrictMath.exp(combined) : combined;
    }
}
