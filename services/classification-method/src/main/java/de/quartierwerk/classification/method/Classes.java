package de.quartierwerk.classification.method;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes of an index over a run. */
public final class Classes {
    private final int[] at;
    private final double[] breaks;
    private final double fit;
    private final boolean missing;

    /** No classes at all. */
    static final Classes NONE = new Classes(new int[0], new double[0], Double.NaN, false);

    private Classes(int[] at, double[] breaks, double fit, boolean missing) {
        this.at = at;
        this.breaks = breaks;
        this.fit = fit;
        this.missing = missing;
    }

    /** Cuts values into classes; missing values get none. Without a rule there are no classes. */
    static Classes of(@Nullable ClassRule rule, double[] values) {
        int[] at = new int[values.length];
        Arrays.fill(at, -1);
        boolean[] everywhere = new boolean[values.length];
        Arrays.fill(everywhere, true);
        if (rule == null) {
            return new Classes(at, new double[0], Double.NaN, false);
        }
        Ranks ranks = Ranks.of(values, everywhere);
        if (ranks.count() == 0) {
            return new Classes(at, new double[0], Double.NaN, false);
        }
        if (rule.method() == ClassRule.Method.K_MEANS) {
            return KMeans.classes(rule.count(), values, List.of(values), () -> {});
        }
        boolean byRank = rule.method() == ClassRule.Method.QUANTILES
                && (rule.quantileType() == ClassRule.QuantileType.RANK_HIGH
                        || rule.quantileType() == ClassRule.QuantileType.RANK_LOW);
        if (byRank) {
            for (int i = 0; i < at.length; i++) {
                at[i] = Double.isNaN(values[i]) ? -1 : byRank(rule, ranks, values[i]);
            }
            return new Classes(at, new double[0], Double.NaN, false);
        }
        double[] breaks = Breaks.of(rule, ranks.ascending());
        boolean formed = breaks.length == rule.count() - 1;
        if (formed) {
            for (int i = 0; i < at.length; i++) {
                at[i] = Double.isNaN(values[i]) ? -1 : byBreaks(breaks, rule.closed(), values[i]);
            }
        }
        boolean jenks = formed && rule.method() == ClassRule.Method.JENKS;
        double fit = jenks ? Breaks.fit(ranks.ascending(), breaks, rule.closed()) : Double.NaN;
        return new Classes(at, breaks, fit, !formed);
    }

    /** number = ceil(count * r / N), in whole numbers, since r may end in a half. */
    private static int byRank(ClassRule rule, Ranks ranks, double value) {
        boolean high = rule.quantileType() == ClassRule.QuantileType.RANK_HIGH;
        long doubled = StrictMath.round(2 * (high ? ranks.fromHighest(value) : ranks.fromLowest(value)));
        long divisor = 2L * ranks.count();
        int number = (int) ((rule.count() * doubled + divisor - 1) / divisor);
        return high ? rule.count() - number : number - 1;
    }

    static int byBreaks(double[] breaks, ClassRule.Closed closed, double value) {
        int at = 0;
        while (at < breaks.length && beyond(breaks[at], closed, value)) {
            at++;
        }
        return at;
    }

    private static boolean beyond(double bound, ClassRule.Closed closed, double value) {
        return closed == ClassRule.Closed.RIGHT
                ? value > bound && !Decimals.same(value, bound)
                : value >= bound || Decimals.same(value, bound);
    }

    /** Whether there were values but too few different ones to form classes. */
    public boolean missing() {
        return missing;
    }

    /** Classes without breaks: {@code at} tells the class of every position. */
    static Classes grouped(int[] at, double fit) {
        return new Classes(at, new double[0], fit, false);
    }

    /** There are too few different values for classes. */
    static Classes unformed(int size) {
        int[] none = new int[size];
        Arrays.fill(none, -1);
        return new Classes(none, new double[0], Double.NaN, true);
    }

    /** Position of the class among the codes, -1 where there is none. */
    public int at(int position) {
        return at.length == 0 ? -1 : at[position];
    }

    /** The breaks between the classes, ascending; empty where classes go by rank or could not be formed. */
    public double[] breaks() {
        return breaks.clone();
    }

    /**
     * Goodness of variance fit of Jenks and k-means classes: 1 - squares within classes / all squares; {@code NaN} for
     * others.
     */
    public double fit() {
        return fit;
    }
}
