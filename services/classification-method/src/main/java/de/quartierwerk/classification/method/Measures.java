package de.quartierwerk.classification.method;

/** Measures that need no other space. */
final class Measures {
    /** Value, numerator or change of an indicator at a position; {@code NaN} where it is missing or not defined. */
    static double simple(Figures figures, String indicator, Measure measure, int lag, int i) {
        Column now = figures.column(indicator, 0);
        return switch (measure) {
            case VALUE, Z, PERCENTILE, RANK -> now.value(i);
            case NUMERATOR, EXCESS_COUNT, SHARE_OF_REFERENCE -> now.count(i);
            case CHANGE, PERCENT_CHANGE ->
                change(measure, now.value(i), figures.column(indicator, lag).value(i));
            case DEVIATION_PERCENT -> rate(now, i);
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
