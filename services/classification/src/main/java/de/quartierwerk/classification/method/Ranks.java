package de.quartierwerk.classification.method;

import java.util.Arrays;

/** Ranks of a column over a universe. */
final class Ranks {
    private final double[] sorted;

    private Ranks(double[] sorted) {
        this.sorted = sorted;
    }

    static Ranks of(double[] x, boolean[] universe) {
        double[] present = new double[x.length];
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            if (universe[i] && !Double.isNaN(x[i])) {
                present[n++] = x[i] + 0.0; // no negative zero, which sorts before zero
            }
        }
        present = Arrays.copyOf(present, n);
        Arrays.sort(present);
        return new Ranks(present);
    }

    int count() {
        return sorted.length;
    }

    /** The numbers ascending; not a copy. */
    double[] ascending() {
        return sorted;
    }

    /** Rank from the highest value, 1 = highest; ties get the mean rank. */
    double fromHighest(double x) {
        return sorted.length + 1 - fromLowest(x);
    }

    /** Rank from the lowest value, 1 = lowest; ties get the mean rank. */
    double fromLowest(double x) {
        int below = below(x);
        return below + (equals(x, below) + 1) / 2.0;
    }

    /** (number below + half the equals) / N * 100. */
    double percentile(double x) {
        int below = below(x);
        return (below + equals(x, below) / 2.0) / sorted.length * 100;
    }

    private int below(double x) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int equals(double x, int below) {
        int low = below;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - below;
    }
}
