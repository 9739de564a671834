package de.quartierwerk.classification.method;

import java.util.function.IntToDoubleFunction;

/** Measures that need no other space. */
final class Measures {
    /** Value, numerator or change of an indicator by position; {@code NaN} where it is missing or not defined. */
    static IntToDoubleFunction simple(Figures figures, String indicator, Measure measure, int lag) {
        Column now = figures.column(indicator, 0);
        return switch (measure) {
            case VALUE, Z, PERCENTILE, RANK -> now::value;
            case NUMERATOR, EXCESS_COUNT, SHARE_OF_REFERENCE -> now::count;
            case CHANGE, PERCENT_CHANGE -> {
                Column before = figures.column(indicator, lag);
                yield i -> change(measure, now.value(i), before.value(i));
            }
            case DEVIATION_PERCENT -> i -> rate(now, i);
        };
    }

    /** numerator / denominator at a position; {@code NaN} where one is missing or the denominator is 0. */
    static double rate(Column column, int i) {
        return column.denominator(i) == 0 ? Double.NaN : column.numerator(i) / column.denominator(i);
    }

    /**
     * now - before, or that in percent of before; {@code NaN} where one is missing or before is 0. Rounded to
     * {@link Rounding#DECIMALS} decimals: 10.3 - 10.1 and 20.3 - 20.1 are the same change.
     */
    static double change(Measure measure, double now, double before) {
        double change = now - before;
        return Rounding.round(measure == Measure.CHANGE ? change : before == 0 ? Double.NaN : change / before * 100);
    }

    private Measures() {}
}
