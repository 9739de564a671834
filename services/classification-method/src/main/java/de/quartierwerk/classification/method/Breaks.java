package de.quartierwerk.classification.method;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds the breaks between classes from the ascending values of an index. */
final class Breaks {
    /** A part of a place that is smaller comes from rounding. */
    private static final double FUZZ = 1e-9;

    /** The breaks of values that all count the same; none where there are fewer different ones than natural classes. */
    static double[] of(ClassRule rule, double[] sorted) {
        return of(rule, sorted, sorted, null);
    }

    /**
     * The breaks; none where there are fewer different values than natural classes.
     *
     * @param sorted the values in order
     * @param values the values in the order of the weights
     * @param weights weights of the values; without them all count the same
     */
    static double[] of(ClassRule rule, double[] sorted, double[] values, double @Nullable [] weights) {
        return switch (rule.method()) {
            case BREAKS ->
                rule.breaks().stream().mapToDouble(Double::doubleValue).toArray();
            case EQUAL_INTERVAL -> equalInterval(sorted, rule.count());
            case QUANTILES ->
                weights == null && rule.probabilities().isEmpty()
                        ? quantiles(rule.quantileType(), sorted, rule.count())
                        : quantiles(rule, new Weighing(values, weights));
            case JENKS -> Jenks.breaks(sorted, rule.count(), rule.closed());
            case K_MEANS -> throw new IllegalArgumentException("k-means makes classes without breaks");
        };
    }

    private static double[] equalInterval(double[] sorted, int count) {
        double low = sorted[0];
        double width = (sorted[sorted.length - 1] - low) / count;
        double[] breaks = new double[count - 1];
        for (int k = 1; k < count; k++) {
            breaks[k - 1] = Decimals.difference(low, -k * width);
        }
        return breaks;
    }

    private static double[] quantiles(ClassRule.QuantileType type, double[] sorted, int count) {
        Weighing weighing = new Weighing(sorted, null);
        double[] breaks = new double[count - 1];
        for (int k = 1; k < count; k++) {
            breaks[k - 1] = switch (type) {
                case TYPE_3 -> type3(sorted, k, count);
                case TYPE_7 -> type7(sorted, k, count);
                default -> quantile(type, weighing, (double) k / count);
            };
        }
        return breaks;
    }

    private static double[] quantiles(ClassRule rule, Weighing weighing) {
        double[] breaks = new double[rule.count() - 1];
        for (int k = 1; k < rule.count(); k++) {
            breaks[k - 1] = quantile(rule.quantileType(), weighing, rule.probability(k));
        }
        return breaks;
    }

    /**
     * The quantile at p after Hyndman and Fan (The American Statistician 50, 1996), with the weight of all values in
     * place of their number: a value that weighs 3 counts as three of them.
     */
    static double quantile(ClassRule.QuantileType type, Weighing values, double p) {
        double n = values.all();
        return switch (type) {
            case TYPE_1 -> values.at(n * p);
            case TYPE_2 -> (values.at(n * p) + values.after(n * p)) / 2;
            case TYPE_3 -> {
                double place = n * p - 0.5;
                double whole = StrictMath.floor(place + FUZZ);
                boolean even = place - whole <= FUZZ && whole % 2 == 0;
                yield values.at(even ? whole : whole + 1);
            }
            case TYPE_4 -> linear(values, n * p);
            case TYPE_5 -> linear(values, n * p + 0.5);
            case TYPE_6 -> linear(values, n * p + p);
            case TYPE_7 -> linear(values, n * p + 1 - p);
            case TYPE_8 -> linear(values, n * p + (p + 1) / 3);
            case TYPE_9 -> linear(values, n * p + p / 4 + 0.375);
            case RANK_HIGH, RANK_LOW -> throw new IllegalArgumentException("Ranks make classes without breaks");
        };
    }

    private static double linear(Weighing values, double place) {
        double whole = StrictMath.floor(place + FUZZ);
        double part = place - whole;
        double low = values.at(whole);
        double high = values.at(whole + 1);
        return part <= FUZZ || Decimals.same(low, high) ? low : low + part * (high - low);
    }

    /** Hyndman and Fan's type 7 at k / count: linear between order statistics, exactly the value between equal ones. */
    static double type7(double[] sorted, int k, int count) {
        long scaled = (sorted.length - 1L) * k;
        int below = (int) (scaled / count);
        long rest = scaled % count;
        if (rest == 0) {
            return sorted[below];
        }
        double part = (double) rest / count * (sorted[below + 1] - sorted[below]);
        return Decimals.difference(sorted[below], -part);
    }

    /** Hyndman and Fan's type 3 at k / count: the order statistic nearest to N p, ties to the even one. */
    static double type3(double[] sorted, int k, int count) {
        long doubled = 2L * sorted.length * k - count; // 2 count (N p - 1/2)
        long divisor = 2L * count;
        long j = Math.floorDiv(doubled, divisor);
        boolean tie = Math.floorMod(doubled, divisor) == 0;
        long order = tie && j % 2 == 0 ? j : j + 1;
        return sorted[(int) Math.max(1, Math.min(sorted.length, order)) - 1];
    }

    /** 1 - squares within classes / all squares. */
    static double fit(double[] sorted, double[] breaks, ClassRule.Closed closed) {
        boolean[] all = new boolean[sorted.length];
        Arrays.fill(all, true);
        double total = squares(sorted, all);
        double within = 0;
        for (int c = 0; c <= breaks.length; c++) {
            boolean[] in = new boolean[sorted.length];
            for (int i = 0; i < sorted.length; i++) {
                in[i] = Classes.byBreaks(breaks, closed, sorted[i]) == c;
            }
            within += squares(sorted, in);
        }
        return total > 0 ? 1 - within / total : 1;
    }

    private static double squares(double[] sorted, boolean[] in) {
        Spread spread = Spread.of(sorted, in, false);
        return spread.count() == 0 ? 0 : spread.deviation() * spread.deviation() * spread.count();
    }

    private Breaks() {}
}
