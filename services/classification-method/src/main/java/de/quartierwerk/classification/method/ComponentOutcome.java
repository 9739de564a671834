package de.quartierwerk.classification.method;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A component of an index over the universe. */
public final class ComponentOutcome {
    private final Component component;
    private final Prepared prepared;
    private final Standardised standardised;
    private final double share;
    private final double loading;

    ComponentOutcome(Component component, Prepared prepared, Standardised standardised, double share, double loading) {
        this.component = component;
        this.prepared = prepared;
        this.standardised = standardised;
        this.share = share;
        this.loading = loading;
    }

    /**
     * The numbers of a component before they are standardised.
     *
     * @param preparation the transformations
     * @param measured as measured, or what takes the place of a missing number
     * @param ready after transformation and polarity
     * @param imputed where something takes the place of a missing number
     */
    @SuppressWarnings("ArrayRecordComponent") // of columns, which are never compared
    record Prepared(Preparation preparation, double[] measured, double[] ready, boolean[] imputed) {}

    /** The component. */
    public Component component() {
        return component;
    }

    /** False where it was left out because its numbers do not vary. */
    public boolean used() {
        return standardised.usable();
    }

    /** Spread over the universe after transformation and polarity. */
    public Spread spread() {
        return standardised.spread();
    }

    /** The same within the group of a position. */
    public Spread spread(int position) {
        Scales scales = standardised.scales();
        return scales.spread(group(position));
    }

    private int group(int position) {
        return standardised.groups().of(position);
    }

    /** Key of the group within which a position was standardised; null where there are none, or it has none. */
    public @Nullable String groupKey(int position) {
        return standardised.groups().isWhole() ? null : standardised.groups().key(position);
    }

    /** Whether two positions are standardised together. */
    public boolean together(int position, int other) {
        return group(position) == group(other);
    }

    /** As measured; where the value is missing what takes its place. */
    public double measured(int position) {
        return prepared.measured()[position];
    }

    /** After transformation, before polarity. */
    public double transformed(int position) {
        return component.sign() * prepared.ready()[position];
    }

    /** After transformation and polarity, {@code NaN} where there is none; not standardised. */
    public double ready(int position) {
        return prepared.ready()[position];
    }

    Groups groups() {
        return standardised.groups();
    }

    double[] measured() {
        return prepared.measured();
    }

    Prepared prepared() {
        return prepared;
    }

    Standardised column() {
        return standardised;
    }

    double[] ready() {
        return prepared.ready();
    }

    /** Whether something took the place of a missing value. */
    public boolean imputed(int position) {
        return prepared.imputed()[position];
    }

    /** What was found for each winsorising, in order. */
    public List<Winsorising> winsorised() {
        return prepared.preparation().winsorised();
    }

    /** Standardised number at a position, {@code NaN} where there is none. */
    public double standardised(int position) {
        return standardised.numbers()[position];
    }

    double[] standardised() {
        return standardised.numbers();
    }

    /** The standardised number that a measured one would have in a group, {@code NaN} where it has none. */
    double place(double measured, @Nullable String group) {
        Scales scales = standardised.scales();
        int of = scales.groups().isWhole() ? 0 : scales.groups().find(group);
        return scales.place(component.sign() * prepared.preparation().apply(measured), of);
    }

    /** The same in the group of a position. */
    double place(double measured, int position) {
        return standardised
                .scales()
                .place(component.sign() * prepared.preparation().apply(measured), group(position));
    }

    /**
     * What the standardised number is multiplied by when all components are present: weight, part of it, loading, or
     * coefficient of a factor's scores.
     */
    public double share() {
        return share;
    }

    /** Correlation with a factor, or loading of a principal component; {@code NaN} for others. */
    public double loading() {
        return loading;
    }
}
