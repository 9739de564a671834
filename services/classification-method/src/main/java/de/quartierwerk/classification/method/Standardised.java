package de.quartierwerk.classification.method;

import java.util.function.DoubleUnaryOperator;

/** A column made comparable over a universe. */
final class Standardised {
    private static final double ENGLISH = 23;

    private final Spread spread;
    private final double[] numbers;
    private final boolean usable;

    private Standardised(Spread spread, double[] numbers, boolean usable) {
        this.spread = spread;
        this.numbers = numbers;
        this.usable = usable;
    }

    /** Standardises the numbers of {@code x} inside {@code universe}; positions outside become {@code NaN}. */
    static Standardised of(Standardise how, double[] x, boolean[] universe) {
        Spread spread = Spread.of(x, universe, how == Standardise.Z_SAMPLE);
        boolean usable = switch (how) {
            case NONE, RANK, PERCENTILE, RANK_EXPONENTIAL -> spread.count() > 0;
            case Z_POPULATION, Z_SAMPLE, MIN_MAX -> spread.varies();
        };
        double[] numbers = Column.nothing(x.length);
        if (usable) {
            DoubleUnaryOperator way = way(how, x, universe, spread);
            for (int i = 0; i < x.length; i++) {
                numbers[i] = universe[i] && !Double.isNaN(x[i]) ? way.applyAsDouble(x[i]) : Double.NaN;
            }
        }
        return new Standardised(spread, numbers, usable);
    }

    private static DoubleUnaryOperator way(Standardise how, double[] x, boolean[] universe, Spread spread) {
        double mean = spread.mean();
        double deviation = spread.deviation();
        double minimum = spread.minimum();
        double range = spread.maximum() - minimum;
        return switch (how) {
            case NONE -> DoubleUnaryOperator.identity();
            case Z_POPULATION, Z_SAMPLE -> number -> Decimals.difference(number, mean) / deviation;
            case MIN_MAX -> number -> (number - minimum) / range;
            case RANK -> Ranks.of(x, universe)::fromLowest;
            case PERCENTILE -> Ranks.of(x, universe)::percentile;
            case RANK_EXPONENTIAL -> {
                Ranks ranks = Ranks.of(x, universe);
                yield number -> exponential(ranks.fromLowest(number) / ranks.count());
            }
        };
    }

    /** X = -23 ln(1 - R (1 - e^(-100/23))), R in (0,1] with 1 = most deprived. */
    static double exponential(double r) {
        return -ENGLISH * StrictMath.log(1 - r * (1 - StrictMath.exp(-100 / ENGLISH)));
    }

    /** The standardised numbers centred and scaled once more; the spread stays that of the column. */
    Standardised rescaled(boolean[] universe) {
        Standardised again = of(Standardise.Z_POPULATION, numbers, universe);
        return new Standardised(spread, again.numbers, again.usable);
    }

    Spread spread() {
        return spread;
    }

    /** The standardised numbers; not a copy. */
    double[] numbers() {
        return numbers;
    }

    /** False where the numbers do not vary, so that there is nothing to divide by. */
    boolean usable() {
        return usable;
    }
}
