package de.quartierwerk.classification.method;

/** A standardisation that was found over some spaces, applied to a number that need not be among theirs. */
final class Scale {
    /**
     * The place of a number on the scale.
     *
     * @param how the standardisation
     * @param spread spread of the numbers over which it was found
     * @param ranks their ranks; matter where it goes by rank
     */
    static double place(Standardise how, Spread spread, Ranks ranks, double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        return switch (how) {
            case NONE -> x;
            case Z_POPULATION, Z_SAMPLE ->
                spread.varies() ? Decimals.difference(x, spread.mean()) / spread.deviation() : Double.NaN;
            case MIN_MAX ->
                spread.varies() ? (x - spread.minimum()) / (spread.maximum() - spread.minimum()) : Double.NaN;
            case RANK -> ranks.fromLowest(x);
            case PERCENTILE -> ranks.percentile(x);
            case RANK_EXPONENTIAL -> Standardised.exponential(StrictMath.min(1, ranks.fromLowest(x) / ranks.count()));
        };
    }

    private Scale() {}
}
