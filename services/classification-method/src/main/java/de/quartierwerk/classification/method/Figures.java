package de.quartierwerk.classification.method;

import org.jspecify.annotations.Nullable;

/** Where a computation finds its columns. */
@FunctionalInterface
public interface Figures {
    /** The column of an indicator {@code lag} periods before the run's period. */
    Column column(String indicator, int lag);

    /** The same columns seen from {@code lag} periods before. */
    default Figures before(int lag) {
        Figures now = this;
        return new Figures() {
            @Override
            public Column column(String indicator, int more) {
                return now.column(indicator, lag + more);
            }

            @Override
            public void proceed() {
                now.proceed();
            }
        };
    }

    /** Called before every longer step of a computation; may throw to give it up. */
    default void proceed() {}

    /** Declared polarity of an indicator; matters for the rank in conditions only. */
    default Polarity polarity(String indicator) {
        return Polarity.NEUTRAL;
    }

    /** An attribute of the space at a position, if it has it; matters for the scheme's universe only. */
    default @Nullable String attribute(int position, String name) {
        return null;
    }
}
