package de.quartierwerk.classification.method;

/** A standardisation that was found over some spaces, applied to any number. */
final class Scale {
    private static final double ENGLISH = 23;
    private static final double HALF = 0.5;

    private final Standardisation how;
    private final double sign;
    private final boolean turned;
    private final Spread spread;
    private final Ranks ranks;
    private final boolean usable;

    /**
     * @param how the standardisation
     * @param sign sign that the numbers already have: -1 where goalposts stand for numbers of the other sign
     * @param turned whether the result is turned round within its range
     * @param sample the numbers
     */
    Scale(Standardisation how, double sign, boolean turned, Sample sample) {
        this.how = how;
        this.sign = sign;
        this.turned = turned;
        this.spread = sample.spread(how.method() == Standardise.Z_SAMPLE);
        this.ranks = how.method().byRank() ? Ranks.of(sample.x(), sample.universe()) : Ranks.NONE;
        this.usable = divides();
    }

    Spread spread() {
        return spread;
    }

    /** False where there is nothing to divide by. */
    boolean usable() {
        return usable;
    }

    private boolean divides() {
        return switch (how.method()) {
            case NONE, RANK, PERCENTILE, PERCENT_RANK, RANK_EXPONENTIAL, NORMAL_SCORE -> spread.count() > 0;
            case Z_POPULATION, Z_SAMPLE -> spread.varies();
            case MIN_MAX -> how.goalposts() == null ? spread.varies() : spread.count() > 0;
            case SHARE_OF_MAXIMUM -> spread.count() > 0 && largest() > 0;
        };
    }

    /** The place of a number on the scale, {@code NaN} where it has none. */
    double place(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        double y = standardised(x);
        double place = turned ? mirrored(y) : y;
        return how.decimals() == null ? place : Rounding.toDecimals(place, how.decimals());
    }

    private double standardised(double x) {
        return switch (how.method()) {
            case NONE -> x;
            case Z_POPULATION, Z_SAMPLE ->
                spread.varies() ? Decimals.difference(x, spread.mean()) / spread.deviation() : Double.NaN;
            case MIN_MAX -> minMax(x);
            case SHARE_OF_MAXIMUM -> x / largest();
            case RANK -> ranks.fromLowest(x, how.tied());
            case PERCENTILE -> (ranks.fromLowest(x, how.tied()) - HALF) / ranks.count() * 100;
            case PERCENT_RANK -> ranks.count() == 1 ? 0 : (ranks.fromLowest(x, how.tied()) - 1) / (ranks.count() - 1);
            case RANK_EXPONENTIAL -> exponential(StrictMath.min(1, ranks.fromLowest(x, how.tied()) / ranks.count()));
            case NORMAL_SCORE -> {
                double r = StrictMath.max(HALF, StrictMath.min(ranks.count() + HALF, ranks.fromLowest(x, how.tied())));
                yield Probit.of(r / (ranks.count() + 1));
            }
        };
    }

    private double largest() {
        return StrictMath.max(StrictMath.abs(spread.minimum()), StrictMath.abs(spread.maximum()));
    }

    private double minMax(double x) {
        Bounds goalposts = how.goalposts(sign);
        double low = goalposts == null ? spread.minimum() : goalposts.low();
        double high = goalposts == null ? spread.maximum() : goalposts.high();
        if (goalposts == null && !spread.varies()) {
            return Double.NaN;
        }
        double y = (x - low) / (high - low);
        Bounds range = how.range();
        return range == null ? y : range.low() + (range.high() - range.low()) * y;
    }

    /** Turned round: a z-value by its sign, a number with a range within it. */
    private double mirrored(double y) {
        return switch (how.method()) {
            case NONE, Z_POPULATION, Z_SAMPLE, NORMAL_SCORE -> -y;
            case MIN_MAX ->
                (how.range() == null ? 1 : how.range().low() + how.range().high()) - y;
            case RANK -> ranks.count() + 1 - y;
            case PERCENTILE, RANK_EXPONENTIAL -> 100 - y;
            case PERCENT_RANK, SHARE_OF_MAXIMUM -> 1 - y;
        };
    }

    /** X = -23 ln(1 - R (1 - e^(-100/23))), R in (0,1] with 1 = most deprived. */
    static double exponential(double r) {
        return -ENGLISH * StrictMath.log(1 - r * (1 - StrictMath.exp(-100 / ENGLISH)));
    }
}
