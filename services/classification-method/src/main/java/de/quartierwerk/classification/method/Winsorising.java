package de.quartierwerk.classification.method;

import java.util.Arrays;

/**
 * How far a column is winsorised: while it has both a skewness and a kurtosis beyond the limits, the largest numbers
 * (with a negative skewness the smallest) become the next one, until so many spaces are treated (Becker and others,
 * COIN Tool, 2019; COINr, {@code winsorise}). Skewness and kurtosis are those of samples (Joanes and Gill 1998, type
 * 2). A trimmed column is cut at two of its percentiles.
 *
 * @param low lower limit of the numbers
 * @param high upper limit
 * @param treated how many numbers are treated
 * @param enough whether the column is within the limits then
 */
public record Winsorising(double low, double high, int treated, boolean enough) {
    /** Nothing is cut. */
    static final Winsorising NOTHING = new Winsorising(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, true);

    /** What it takes for the ascending numbers of a column. */
    static Winsorising of(Transform transform, double... ascending) {
        return transform.kind() == Transform.Kind.TRIM
                ? trimmed(transform, ascending)
                : winsorised(transform, ascending);
    }

    private static Winsorising trimmed(Transform transform, double... ascending) {
        if (ascending.length == 0) {
            return NOTHING;
        }
        Weighing weighing = new Weighing(ascending, null);
        double low = Breaks.quantile(ClassRule.QuantileType.TYPE_7, weighing, transform.number(0) / 100);
        double high = Breaks.quantile(ClassRule.QuantileType.TYPE_7, weighing, transform.number(1) / 100);
        int treated =
                (int) Arrays.stream(ascending).filter(x -> x < low || x > high).count();
        return new Winsorising(low, high, treated, true);
    }

    private static Winsorising winsorised(Transform transform, double... ascending) {
        double[] x = ascending.clone();
        int n = x.length;
        int low = 0;
        int high = n - 1;
        boolean passed = passes(transform, x);
        int most = (int) transform.number(2);
        while (!passed && (low + n - 1 - high) < most && low < high) {
            if (skewness(x) >= 0) {
                double top = x[high];
                while (high > low && x[high] == top) {
                    high--;
                }
            } else {
                double bottom = x[low];
                while (low < high && x[low] == bottom) {
                    low++;
                }
            }
            Arrays.fill(x, high, n, x[high]);
            Arrays.fill(x, 0, low + 1, x[low]);
            passed = passes(transform, x);
        }
        int treated = low + n - 1 - high;
        return treated == 0
                ? new Winsorising(NOTHING.low, NOTHING.high, 0, passed)
                : new Winsorising(x[low], x[high], treated, passed);
    }

    private static boolean passes(Transform transform, double... x) {
        if (x.length < 4 || x[0] == x[x.length - 1]) {
            return true;
        }
        return StrictMath.abs(skewness(x)) < transform.number(0) || kurtosis(x) < transform.number(1);
    }

    /** sqrt(n (n - 1)) / (n - 2) * m3 / m2^(3/2). */
    static double skewness(double... x) {
        int n = x.length;
        return StrictMath.sqrt((double) n * (n - 1)) / (n - 2) * moment(3, x) / StrictMath.pow(moment(2, x), 1.5);
    }

    /** (n - 1) / ((n - 2)(n - 3)) * ((n + 1) g2 + 6) with g2 = m4 / m2² - 3. */
    static double kurtosis(double... x) {
        double n = x.length;
        double second = moment(2, x);
        double excess = moment(4, x) / (second * second) - 3;
        return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6);
    }

    private static double moment(int order, double... x) {
        double mean = Arrays.stream(x).reduce(0, Double::sum) / x.length;
        double sum = 0;
        for (double number : x) {
            double d = number - mean;
            sum += order == 2 ? d * d : order == 3 ? d * d * d : d * d * d * d;
        }
        return sum / x.length;
    }

    /** A number within the limits. */
    double apply(double x) {
        return Double.isNaN(x) ? x : StrictMath.min(high, StrictMath.max(low, x));
    }
}
