package de.quartierwerk.classification.method;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Ascending values with the weight up to each: ranks and quantiles as if each value stood there as often as it weighs.
 */
final class Weighing {
    private final double[] values;
    private final double[] upTo;

    /** Values that are missing, or have no weight above 0, are left out. Those that are the same are one. */
    Weighing(double[] values, double @Nullable [] weights) {
        int[] order = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]) && (weights == null || weights[i] > 0))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] different = new double[order.length];
        double[] sums = new double[order.length];
        int n = 0;
        double sum = 0;
        for (int i : order) {
            sum += weights == null ? 1 : weights[i];
            if (n == 0 || !Decimals.same(different[n - 1], values[i])) {
                different[n++] = values[i] + 0.0;
            }
            sums[n - 1] = sum;
        }
        this.values = Arrays.copyOf(different, n);
        this.upTo = Arrays.copyOf(sums, n);
    }

    /** Weight of all values. */
    double all() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    /** The value at a place from 0 to {@link #all}: the first one up to which the weight reaches it. */
    double at(double place) {
        int k = 0;
        while (k < upTo.length - 1 && upTo[k] < place && !Decimals.same(upTo[k], place)) {
            k++;
        }
        return values[k];
    }

    /** The first value up to which the weight exceeds a place. */
    double after(double place) {
        int k = 0;
        while (k < upTo.length - 1 && (upTo[k] < place || Decimals.same(upTo[k], place))) {
            k++;
        }
        return values[k];
    }

    /** Weight of the values below one. */
    double below(double value) {
        int k = position(value);
        return k == 0 ? 0 : upTo[k - 1];
    }

    /** Weight of the values up to one. */
    double upTo(double value) {
        return upTo[position(value)];
    }

    /** Position of a value, or of the next larger one where it is not among them. */
    private int position(double value) {
        int found = Arrays.binarySearch(values, value + 0.0);
        int k = found < 0 ? -found - 1 : found;
        if (k > 0 && Decimals.same(values[k - 1], value)) {
            return k - 1;
        }
        return Math.min(k, values.length - 1);
    }
}
