package de.quartierwerk.classification.method;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    private final ClassContext context;
    /** The earlier indices among its components, as they were when it was computed. */
    private final Map<String, IndexOutcome> uses;

    IndexOutcome(
            Index index,
            List<ComponentOutcome> components,
            double[] raw,
            Standardised value,
            Gap[] gaps,
            Classes classes,
            boolean[] universe,
            boolean guarded,
            ClassContext context,
            Map<String, IndexOutcome> uses) {
        this.context = context;
        this.uses = uses;
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

    boolean[] universe() {
        return universe;
    }

    /**
     * Whether a suppressed value takes part: every value rests on means over the whole universe, so that one suppressed
     * value makes all of them worth protecting.
     */
    public boolean guarded() {
        return guarded;
    }

    /**
     * What a component adds to the raw value at a position; of a geometric mean to its logarithm, of a harmonic mean to
     * its inverse, of a power mean to its power, of a maximum or minimum all where it is the one. {@code NaN} where the
     * component or the value is missing, of products, and where a mean is 0 because a component is.
     */
    public double contribution(int component, int position) {
        ComponentOutcome outcome = components.get(component);
        double x = outcome.standardised(position);
        Combine combine = index.combine();
        if (combine == Combine.PRODUCT || (combine.onlyPositive() && raw[position] == 0)) {
            return Double.NaN;
        }
        if (combine.folds()) {
            return Double.isNaN(x) ? x : component == deciding(position) ? x : 0;
        }
        return Combination.part(index, outcome.share(), x) * factor(position);
    }

    /** Which component a maximum or minimum comes from: the first of those that are equal. */
    private int deciding(int position) {
        int found = -1;
        for (int c = 0; c < components.size(); c++) {
            double x = components.get(c).standardised(position);
            double best = found < 0 ? Double.NaN : components.get(found).standardised(position);
            boolean better = found < 0 || (index.combine() == Combine.MAXIMUM ? x > best : x < best);
            found = components.get(c).used() && !Double.isNaN(x) && better ? c : found;
        }
        return found;
    }

    /**
     * Codes of the components in whose place something else stands at a position, those of indices it uses included.
     */
    public List<String> imputed(int position) {
        if (!mayRestOnImputed()) {
            return List.of();
        }
        Set<String> imputed = new TreeSet<>();
        for (ComponentOutcome part : components) {
            IndexOutcome used = part.component().index() == null
                    ? null
                    : uses.get(part.component().index());
            if (part.imputed(position)) {
                imputed.add(part.component().of());
            } else if (used != null) {
                imputed.addAll(used.imputed(position));
            }
        }
        return List.copyOf(imputed);
    }

    /** Whether something may stand in place of a missing value, here or in an index it uses. */
    public boolean mayRestOnImputed() {
        return index.imputes() || uses.values().stream().anyMatch(IndexOutcome::mayRestOnImputed);
    }

    /**
     * Pearson's correlation of a component's standardised numbers with the combined value; {@code NaN} without spread.
     */
    public double correlation(int component) {
        double[] x = components.get(component).standardised();
        boolean[] both = new boolean[raw.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = universe[i] && !Double.isNaN(x[i]) && !Double.isNaN(raw[i]);
        }
        Spread ofX = Spread.of(x, both, false);
        Spread ofRaw = Spread.of(raw, both, false);
        if (!ofX.varies() || !ofRaw.varies()) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < both.length; i++) {
            sum += both[i] ? (x[i] - ofX.mean()) * (raw[i] - ofRaw.mean()) : 0;
        }
        return sum / ofX.count() / ofX.deviation() / ofRaw.deviation();
    }

    /** The combination of its components. */
    Combination combination() {
        boolean[] usable = new boolean[components.size()];
        double[] shares = new double[usable.length];
        for (int c = 0; c < usable.length; c++) {
            usable[c] = components.get(c).used();
            shares[c] = components.get(c).share();
        }
        return new Combination(index, usable, shares);
    }

    /** The combined value at a position if one of its components had another number. */
    double rawWith(int component, double x, int position) {
        double[] numbers = new double[components.size()];
        for (int c = 0; c < numbers.length; c++) {
            numbers[c] = c == component ? x : components.get(c).standardised(position);
        }
        return combination().of(numbers);
    }

    /** A combined value on the scale of the index in the group of a position. */
    double place(double combined, int position) {
        return value.scales().place(combined, value.groups().of(position));
    }

    /** The same in the group with a key. */
    double place(double combined, @Nullable String group) {
        Scales scales = value.scales();
        return scales.place(
                combined, scales.groups().isWhole() ? 0 : scales.groups().find(group));
    }

    /** Key of the group within which the value of a position was standardised; null where there are none. */
    public @Nullable String groupKey(int position) {
        return value.groups().isWhole() ? null : value.groups().key(position);
    }

    /** Spread of the combined value over the universe, or within the group of a position. */
    public Spread spread(int position) {
        return value.scales().spread(value.groups().of(position));
    }

    /** Whether two positions are standardised together. */
    public boolean together(int position, int other) {
        return value.groups().of(position) == value.groups().of(other);
    }

    ClassContext context() {
        return context;
    }

    Groups groups() {
        return value.groups();
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
