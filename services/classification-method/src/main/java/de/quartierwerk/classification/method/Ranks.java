package de.quartierwerk.classification.method;

import java.util.Arrays;

/** Ranks of a column over a universe. Numbers that are the same as {@link Decimals} are ties. */
final class Ranks {
    /** Of no numbers. */
    static final Ranks NONE = new Ranks(new double[0]);

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
        for (int i = 1; i < n; i++) {
            present[i] = Decimals.same(present[i - 1], present[i]) ? present[i - 1] : present[i];
        }
        return new Ranks(present);
    }

    int count() {
        return sorted.length;
    }

    /** The numbers ascending, ties as the least of them; not a copy. */
    double[] ascending() {
        return sorted;
    }

    /** Rank from the highest value, 1 = highest; ties get the mean rank. */
    double fromHighest(double x) {
        return sorted.length + 1 - fromLowest(x);
    }

    /** Rank from the lowest value, 1 = lowest; ties get the mean rank. */
    double fromLowest(double x) {
        double tied = tied(x);
        int below = below(tied);
        return below + (upTo(tied) - below + 1) / 2.0;
    }

    /** Rank from the lowest value where ties get the mean, the least or the largest rank from the highest one. */
    double fromLowest(double x, Ties ties) {
        return switch (ties) {
            case MEAN -> fromLowest(x);
            case MIN -> upTo(tied(x));
            case MAX -> below(tied(x)) + 1.0;
        };
    }

    /** Rank from the highest value, 1 = highest. */
    double fromHighest(double x, Ties ties) {
        return sorted.length + 1 - fromLowest(x, ties);
    }

    /** (number below + half the equals) / N * 100. */
    double percentile(double x) {
        double tied = tied(x);
        int below = below(tied);
        return (below + (upTo(tied) - below) / 2.0) / sorted.length * 100;
    }

    /** The number that {@code x} is the same as, else itself. */
    private double tied(double x) {
        int next = upTo(x);
        if (next > 0 && Decimals.same(sorted[next - 1], x)) {
            return sorted[next - 1];
        }
        return next < sorted.length && Decimals.same(sorted[next], x) ? sorted[next] : x;
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

    private int upTo(double x) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
