package de.quartierwerk.ingestion.intake.validation.staging;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where outliers begin, by the modified z-score: M = 0.6745 (x - median) / MAD, an outlier where |M| > 3.5 (Iglewicz
 * and Hoaglin, How to Detect and Handle Outliers, 1993). Pure functions.
 *
 * @param median the median
 * @param mad median of the absolute deviations from it
 */
public record RobustSpread(double median, double mad) {
    /** Fewer values tell nothing about what is usual. */
    static final int LEAST_VALUES = 10;

    /** The greatest usual score. */
    public static final double MOST_SCORE = 3.5;
    /** What makes the MAD of a normal distribution its standard deviation. */
    public static final double NORMAL = 0.6745;

    /**
     * The usual range.
     *
     * @param low least usual value
     * @param high greatest usual value
     */
    public record Bounds(double low, double high) {
        boolean hold(double value) {
            return value >= low && value <= high;
        }
    }

    /**
     * The range beyond which values are outliers; empty where there are too few, or where more than half are equal.
     *
     * @param values the values; put into order
     * @param logarithmic whether to compare log(1 + x), since counts of areas of unequal size are skewed
     */
    static Optional<Bounds> bounds(double[] values, boolean logarithmic) {
        if (values.length < LEAST_VALUES) {
            return Optional.empty();
        }
        if (logarithmic) {
            Arrays.setAll(values, i -> Math.log1p(values[i]));
        }
        RobustSpread spread = of(values);
        if (spread.mad == 0) {
            return Optional.empty();
        }
        double reach = MOST_SCORE * spread.mad / NORMAL;
        Bounds bounds = new Bounds(spread.median - reach, spread.median + reach);
        return Optional.of(logarithmic ? new Bounds(Math.expm1(bounds.low), Math.expm1(bounds.high)) : bounds);
    }

    /**
     * The range of values that are not negative, such as shares: on the logarithm where that makes them less skewed, by
     * the skewness of quartiles (q3 + q1 - 2 median) / (q3 - q1) (Bowley, Elements of Statistics, 1920).
     *
     * @param values the values; put into order
     */
    static Optional<Bounds> skewedBounds(double[] values) {
        Arrays.sort(values);
        double middle = values.length == 0 ? 0 : median(values);
        if (middle <= 0) {
            return bounds(values, false);
        }
        double[] logarithms =
                Arrays.stream(values).map(x -> Math.log1p(x / middle)).toArray();
        if (Math.abs(skewness(values)) <= Math.abs(skewness(logarithms))) {
            return bounds(values, false);
        }
        return bounds(logarithms, false)
                .map(range -> new Bounds(Math.expm1(range.low) * middle, Math.expm1(range.high) * middle));
    }

    private static double skewness(double[] ordered) {
        double q1 = ordered[ordered.length / 4];
        double q2 = ordered[ordered.length / 2];
        double q3 = ordered[ordered.length - 1 - ordered.length / 4];
        return q3 == q1 ? 0 : (q3 + q1 - 2 * q2) / (q3 - q1);
    }

    /** Median and median absolute deviation of values, which are put into order. */
    public static RobustSpread of(double... values) {
        double median = median(values);
        double[] deviations =
                Arrays.stream(values).map(x -> Math.abs(x - median)).toArray();
        return new RobustSpread(median, median(deviations));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
