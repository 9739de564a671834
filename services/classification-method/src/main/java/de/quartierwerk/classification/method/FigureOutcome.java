package de.quartierwerk.classification.method;

import org.jspecify.annotations.Nullable;

/** What a condition on a figure found for every space. */
public final class FigureOutcome {
    private final Condition.Figure figure;
    private final double[] found;
    private final int @Nullable [] references;
    private final References areas;
    private final double @Nullable [] rates;
    private final boolean[] guarded;

    FigureOutcome(
            Condition.Figure figure,
            double[] found,
            int @Nullable [] references,
            References areas,
            double @Nullable [] rates,
            boolean[] guarded) {
        this.figure = figure;
        this.found = found;
        this.references = references;
        this.areas = areas;
        this.rates = rates;
        this.guarded = guarded;
    }

    /** The condition's figure. */
    public Condition.Figure figure() {
        return figure;
    }

    /** The figure found at a position, rounded as it was compared; {@code NaN} where it is missing. */
    public double found(int position) {
        return found[position];
    }

    /** Key of the area compared with, or {@code all}; none where the measure compares with no area. */
    public @Nullable String referenceKey(int position) {
        return references == null ? null : areas.key(references[position]);
    }

    /** Level of the area compared with, or {@code all}; none where the measure compares with no area. */
    public @Nullable String referenceLevel(int position) {
        return references == null ? null : areas.level(references[position]);
    }

    /** Rate of the reference area, {@code NaN} where the measure needs none. */
    public double referenceRate(int position) {
        return references == null || rates == null ? Double.NaN : rates[references[position]];
    }

    /** Whether a suppressed value takes part in the figure. */
    public boolean guarded(int position) {
        return guarded[position];
    }
}
