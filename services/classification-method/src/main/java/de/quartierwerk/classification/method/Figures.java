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

            @Override
            public Polarity polarity(String indicator) {
                return now.polarity(indicator);
            }

            @Override
            public @Nullable String attribute(int position, String name) {
                return now.attribute(position, name);
            }

            @Override
            public @Nullable Column areas(String indicator, int more) {
                return now.areas(indicator, lag + more);
            }
        };
    }

    /** The column of an indicator at the run's period as the public sees it: a suppressed value is missing. */
    default Column published(String indicator) {
        Column column = column(indicator, 0).copy();
        for (int i = 0; i < column.size(); i++) {
            if (column.guarded(i)) {
                column.set(i, Double.NaN, Double.NaN, Double.NaN, false);
            }
        }
        return column;
    }

    /**
     * The column of an indicator over the larger areas of the territory; none where these have no values of their own.
     */
    default @Nullable Column areas(String indicator, int lag) {
        return null;
    }

    /** Called before every longer step of a computation; may throw to give it up. */
    default void proceed() {}

    /** Declared polarity of an indicator; matters for the rank in conditions only. */
    default Polarity polarity(String indicator) {
        return Polarity.NEUTRAL;
    }

    /** An attribute of the space at a position, if it has it; for the scheme's universe and for groups. */
    default @Nullable String attribute(int position, String name) {
        return null;
    }
}
