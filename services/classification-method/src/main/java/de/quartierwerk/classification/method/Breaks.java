package de.quartierwerk.classification.method;

import java.util.Arrays;

/** Finds the breaks between classes from the ascending values of an index. */
final class Breaks {
    /** The breaks; none where there are fewer different values than natural classes. */
    static double[] of(ClassRule rule, double[] sorted) {
        return switch (rule.method()) {
            case BREAKS ->
                rule.breaks().stream().mapToDouble(Double::doubleValue).toArray();
            case EQUAL_INTERVAL -> equalInterval(sorted, rule.count());
            case QUANTILES -> quantiles(rule.quantileType(), sorted, rule.count());
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
        double[] breaks = new double[count - 1];
        for (int k = 1; k < count; k++) {
            breaks[k - 1] = type == ClassRule.QuantileType.TYPE_3 ? type3(sorted, k, count) : type7(sorted, k, count);
        }
        return breaks;
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
