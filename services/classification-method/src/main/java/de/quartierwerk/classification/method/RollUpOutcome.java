package de.quartierwerk.classification.method;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An index rolled up to larger areas, one position per area in the order of their keys. */
public final class RollUpOutcome {
    private final IndexOutcome index;
    private final RollUp rollUp;
    private final List<String> keys;
    private final double[] raw;
    private final double[] value;
    private final Classes classes;
    private final boolean guarded;
    private final List<List<String>> imputed;

    RollUpOutcome(
            IndexOutcome index,
            RollUp rollUp,
            List<String> keys,
            double[] raw,
            double[] value,
            Classes classes,
            boolean guarded,
            List<List<String>> imputed) {
        this.imputed = List.copyOf(imputed);
        this.rollUp = rollUp;
        this.index = index;
        this.keys = List.copyOf(keys);
        this.raw = raw;
        this.value = value;
        this.classes = classes;
        this.guarded = guarded;
    }

    /** The index of the spaces. */
    public Index index() {
        return index.index();
    }

    /** What is rolled up and how. */
    public RollUp rollUp() {
        return rollUp;
    }

    /** What its results are called. */
    public String name() {
        return rollUp.name(index());
    }

    /** Keys of the larger areas. */
    public List<String> keys() {
        return keys;
    }

    /** What the roll-up says before restandardisation, {@code NaN} where no space has value and weight. */
    public double raw(int position) {
        return raw[position];
    }

    /** The same after restandardisation, {@code NaN} where there is none. */
    public double value(int position) {
        return value[position];
    }

    /** Position of the class among the codes, -1 where there is none. */
    public int classAt(int position) {
        return classes.at(position);
    }

    /** Code of the class at a position, if it has one. */
    public @Nullable String classCode(int position) {
        int at = classes.at(position);
        return at < 0
                ? null
                : Objects.requireNonNull(rollUp.classes(index())).codes().get(at);
    }

    /** Label of the class at a position, if it has one. */
    public @Nullable String classLabel(int position) {
        int at = classes.at(position);
        return at < 0
                ? null
                : Objects.requireNonNull(rollUp.classes(index())).labels().get(at);
    }

    /** Codes of the components in whose place something else stands in one of the area's spaces. */
    public List<String> imputed(int position) {
        return imputed.get(position);
    }

    /** Whether a suppressed value takes part. */
    public boolean guarded() {
        return guarded;
    }
}
