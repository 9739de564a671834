package de.quartierwerk.classification.method;

/**
 * Location and spread of a column over a universe.
 *
 * @param count number of spaces that have a number
 * @param mean arithmetic mean, unweighted
 * @param deviation standard deviation; 0 where the numbers are all the same, or differ by the rounding of their
 *     computation only
 * @param minimum smallest number
 * @param maximum largest number
 */
public record Spread(int count, double mean, double deviation, double minimum, double maximum) {
    /** A deviation that is smaller in proportion to the numbers comes from rounding. */
    private static final double NOISE = 1e-12;

    /**
     * Spread of the numbers of {@code x} inside {@code universe} that are not missing. Two passes in order; the
     * deviation divides by N, or by N - 1 with {@code sample}.
     */
    public static Spread of(double[] x, boolean[] universe, boolean sample) {
        int count = 0;
        double sum = 0;
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (universe[i] && !Double.isNaN(x[i])) {
                count++;
                sum += x[i];
                minimum = Math.min(minimum, x[i]);
                maximum = Math.max(maximum, x[i]);
            }
        }
        if (count == 0) {
            return new Spread(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = sum / count;
        int divisor = sample ? count - 1 : count;
        if (minimum == maximum || divisor == 0) {
            return new Spread(count, minimum == maximum ? minimum : mean, 0, minimum, maximum);
        }
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            if (universe[i] && !Double.isNaN(x[i])) {
                double d = x[i] - mean;
                squares += d * d;
            }
        }
        double deviation = StrictMath.sqrt(squares / divisor);
        boolean noise = deviation <= NOISE * StrictMath.max(StrictMath.abs(minimum), StrictMath.abs(maximum));
        return new Spread(count, mean, noise ? 0 : deviation, minimum, maximum);
    }

    /**
     * The same with weights: mean = sum(w x) / sum(w), deviation² = sum(w (x - mean)²) / sum(w); with {@code sample}
     * divided by (n - 1) / n besides (NIST Dataplot reference manual, weighted standard deviation). Numbers without a
     * weight above 0 do not count.
     */
    static Spread of(double[] x, boolean[] universe, double[] weights, boolean sample) {
        boolean[] counted = new boolean[x.length];
        double all = 0;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            counted[i] = universe[i] && !Double.isNaN(x[i]) && weights[i] > 0;
            if (counted[i]) {
                all += weights[i];
                sum += weights[i] * x[i];
            }
        }
        Spread plain = of(x, counted, false);
        if (plain.count < 2 || plain.deviation == 0) {
            return plain;
        }
        double mean = sum / all;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            if (counted[i]) {
                squares += weights[i] * (x[i] - mean) * (x[i] - mean);
            }
        }
        double divisor = sample ? all * (plain.count - 1) / plain.count : all;
        return new Spread(plain.count, mean, StrictMath.sqrt(squares / divisor), plain.minimum, plain.maximum);
    }

    /** Whether there is a finite spread to divide by. */
    public boolean varies() {
        return count > 1 && deviation > 0 && isFinite(deviation) && isFinite(mean) && isFinite(maximum - minimum);
    }

    private static boolean isFinite(double x) {
        return !Double.isNaN(x) && !Double.isInfinite(x);
    }
}
