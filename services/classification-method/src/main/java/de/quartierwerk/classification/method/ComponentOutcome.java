package de.quartierwerk.classification.method;

/** A component of an index over the universe. */
public final class ComponentOutcome {
    private final Component component;
    private final Standardised standardised;
    private final double share;

    ComponentOutcome(Component component, Standardised standardised, double share) {
        this.component = component;
        this.standardised = standardised;
        this.share = share;
    }

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

    /** Standardised number at a position, {@code NaN} where there is none. */
    public double standardised(int position) {
        return standardised.numbers()[position];
    }

    /**
     * What the standardised number is multiplied by when all components are present: weight, part of it, or loading.
     */
    public double share() {
        return share;
    }
}
