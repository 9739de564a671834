package de.quartierwerk.classification.method;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index over all spaces of a run. */
public final class IndexOutcome {
    private final Index index;
    private final List<ComponentOutcome> components;
    private final double[] raw;
    private final Standardised value;
    private final Gap[] gaps;
    private final Classes classes;
    private final boolean[] universe;
    private final boolean guarded;

    IndexOutcome(
            Index index,
            List<ComponentOutcome> components,
            double[] raw,
            Standardised value,
            Gap[] gaps,
            Classes classes,
            boolean[] universe,
            boolean guarded) {
        this.index = index;
        this.components = List.copyOf(components);
        this.raw = raw;
        this.value = value;
        this.gaps = gaps;
        this.classes = classes;
        this.universe = universe;
        this.guarded = guarded;
    }

    /** The index. */
    public Index index() {
        return index;
    }

    /** Its components in order. */
    public List<ComponentOutcome> components() {
        return components;
    }

    /** Combined value before restandardisation, {@code NaN} where there is none. */
    public double raw(int position) {
        return raw[position];
    }

    /** Value after restandardisation, {@code NaN} where there is none. */
    public double value(int position) {
        return value.numbers()[position];
    }

    /** Spread of the combined value over the universe. */
    public Spread spread() {
        return value.spread();
    }

    /** Why there is no value at a position. */
    public Gap gap(int position) {
        return gaps[position];
    }

    /** Position of the class among the codes, -1 where there is none. */
    public int classAt(int position) {
        return classes.at(position);
    }

    /** Code of the class at a position, if it has one. */
    public @Nullable String classCode(int position) {
        int at = classes.at(position);
        return at < 0 ? null : index.classRule().codes().get(at);
    }

    /** Label of the class at a position, if it has one. */
    public @Nullable String classLabel(int position) {
        int at = classes.at(position);
        return at < 0 ? null : index.classRule().labels().get(at);
    }

    /** The classes over the run. */
    public Classes classes() {
        return classes;
    }

    /** Whether a space belongs to the universe of the index. */
    public boolean inUniverse(int position) {
        return universe[position];
    }

    /**
     * Whether a suppressed value takes part: every value rests on means over the whole universe, so that one suppressed
     * value makes all of them worth protecting.
     */
    public boolean guarded() {
        return guarded;
    }

    /**
     * What a component adds to the raw value at a position; of a geometric mean to its logarithm. {@code NaN} where the
     * component or the value is missing, and where a geometric mean is 0.
     */
    public double contribution(int component, int position) {
        ComponentOutcome outcome = components.get(component);
        double x = outcome.standardised(position);
        boolean geometric = index.combine() == Combine.GEOMETRIC_MEAN;
        if (geometric && raw[position] == 0) {
            return Double.NaN;
        }
        return Combination.part(geometric, outcome.share(), x) * factor(position);
    }

    /** Sum of the shares of all used components / sum of those present; 1 unless weights are renormalised. */
    public double factor(int position) {
        if (index.missing() != Missing.RENORMALISE_WEIGHTS) {
            return 1;
        }
        double all = 0;
        double present = 0;
        for (ComponentOutcome outcome : components) {
            if (outcome.used()) {
                all += outcome.share();
                present += Double.isNaN(outcome.standardised(position)) ? 0 : outcome.share();
            }
        }
        return all / present;
    }

    double[] values() {
        return value.numbers();
    }

    double[] raws() {
        return raw;
    }
}
