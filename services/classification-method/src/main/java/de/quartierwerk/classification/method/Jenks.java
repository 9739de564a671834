package de.quartierwerk.classification.method;

import java.util.Arrays;

/**
 * Natural breaks (Jenks 1967; exact by dynamic programming after Fisher 1958): the classes with the least sum of
 * squares around their means. The best start of the last class never moves left as values are added, so each layer is
 * searched by divide and conquer.
 */
final class Jenks {
    private final double[] value;
    private final double[] weight;
    private final double[] first;
    private final double[] second;
    private double[] previous = {};
    private double[] current = {};

    private Jenks(double[] value, double[] count) {
        int n = value.length;
        this.value = value;
        this.weight = new double[n + 1];
        this.first = new double[n + 1];
        this.second = new double[n + 1];
        double centre = value[n / 2];
        for (int i = 0; i < n; i++) {
            double x = value[i] - centre;
            weight[i + 1] = weight[i] + count[i];
            first[i + 1] = first[i] + count[i] * x;
            second[i + 1] = second[i] + count[i] * x * x;
        }
    }

    /** Breaks for {@code count} classes, or none where there are fewer different values. */
    static double[] breaks(double[] sorted, int count, ClassRule.Closed closed) {
        double[] value = new double[sorted.length];
        double[] times = new double[sorted.length];
        int n = 0;
        for (double x : sorted) {
            if (n == 0 || value[n - 1] != x) {
                value[n++] = x;
            }
            times[n - 1]++;
        }
        if (n < count) {
            return new double[0];
        }
        return new Jenks(Arrays.copyOf(value, n), Arrays.copyOf(times, n)).solve(count, closed);
    }

    private double[] solve(int count, ClassRule.Closed closed) {
        int n = value.length;
        int[][] start = new int[count][n];
        previous = new double[n];
        for (int j = 0; j < n; j++) {
            previous[j] = cost(0, j);
        }
        for (int layer = 1; layer < count; layer++) {
            current = new double[n];
            Arrays.fill(current, Double.POSITIVE_INFINITY);
            fill(start[layer], layer, n - 1, layer, n - 1);
            previous = current;
        }
        double[] breaks = new double[count - 1];
        int end = n - 1;
        for (int layer = count - 1; layer > 0; layer--) {
            int from = start[layer][end];
            breaks[layer - 1] = closed == ClassRule.Closed.RIGHT ? value[from - 1] : value[from];
            end = from - 1;
        }
        return breaks;
    }

    private void fill(int[] start, int low, int high, int from, int to) {
        if (low > high) {
            return;
        }
        int middle = (low + high) >>> 1;
        int best = from;
        for (int i = from; i <= Math.min(middle, to); i++) {
            double cost = previous[i - 1] + cost(i, middle);
            if (cost < current[middle]) {
                current[middle] = cost;
                best = i;
            }
        }
        start[middle] = best;
        fill(start, low, middle - 1, from, best);
        fill(start, middle + 1, high, best, to);
    }

    private double cost(int i, int j) {
        double w = weight[j + 1] - weight[i];
        double s = first[j + 1] - first[i];
        return Math.max(0, second[j + 1] - second[i] - s * s / w);
    }
}
