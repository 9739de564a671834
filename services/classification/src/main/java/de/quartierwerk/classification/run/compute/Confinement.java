package de.quartierwerk.classification.run.compute;

import de.quartierwerk.classification.method.Column;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Columns with other counts in the place of suppressed ones, to see whether classes and needs would tell them apart
 * (Rückrechnung aus Klassen). Pure functions.
 */
final class Confinement {
    private static final double QUARTER = 0.25;
    private static final double HALF = 0.5;

    private Confinement() {}

    /** A column with other counts in some places: so many more or fewer, where that is possible. */
    static Column shifted(Column column, BitSet places, int step) {
        double factor = factor(column);
        return changed(column, places, i -> {
            if (!isPossible(column, i, step)) {
                return null;
            }
            return new double[] {value(column, i, step, factor), column.numerator(i) + step};
        });
    }

    /** The value with so many more or fewer. */
    private static double value(Column column, int i, int step, double factor) {
        return Double.isNaN(column.numerator(i))
                ? column.value(i) + step
                : (column.numerator(i) + step) / column.denominator(i) * factor;
    }

    /** Those of the places whose counts lie between public values with fewer possible counts than the minimum. */
    static BitSet close(Column column, BitSet places, int minimum) {
        double[] sorted = shown(column);
        double factor = factor(column);
        BitSet close = new BitSet();
        places.stream().forEach(i -> {
            int found = Arrays.binarySearch(sorted, column.value(i));
            int before = found < 0 ? -found - 2 : found - 1;
            int after = found < 0 ? -found - 1 : found + 1;
            double low = before < 0 ? Double.NEGATIVE_INFINITY : sorted[before];
            double high = after == sorted.length ? Double.POSITIVE_INFINITY : sorted[after];
            int possible = 1;
            for (int step = 1;
                    step < minimum && isPossible(column, i, step) && value(column, i, step, factor) < high;
                    step++) {
                possible++;
            }
            for (int step = -1;
                    step > -minimum && isPossible(column, i, step) && value(column, i, step, factor) > low;
                    step--) {
                possible++;
            }
            close.set(i, possible < minimum);
        });
        return close;
    }

    /** Whether there is a neighbour: zeros are not suppressed, and no numerator is above its denominator. */
    static boolean isPossible(Column column, int i, int step) {
        double count = column.count(i);
        double other = count + step;
        boolean fits = Double.isNaN(column.denominator(i)) || other <= column.denominator(i);
        return !Double.isNaN(count) && fits && other >= Math.min(1, count);
    }

    /**
     * A column in which values in some places lie beyond the next public one above or below, if there is one; those
     * that go the same way keep their order.
     */
    static Column beyondNext(Column column, BitSet places, boolean above) {
        double[] sorted = shown(column);
        return changed(column, places, i -> {
            double value = column.value(i);
            double beyond = beyond(sorted, value, above);
            if (Double.isNaN(beyond) || (beyond < 0 && value >= 0)) {
                return null;
            }
            return new double[] {beyond, value == 0 ? column.numerator(i) : column.numerator(i) * (beyond / value)};
        });
    }

    /** Value and numerator in the place of others; null leaves them. */
    private interface Other {
        double @Nullable [] at(int position);
    }

    private static Column changed(Column column, BitSet places, Other other) {
        Column changed = column.copy();
        places.stream().forEach(i -> {
            double[] found = other.at(i);
            if (found != null) {
                changed.set(i, found[0], found[1], column.denominator(i), true);
            }
        });
        return changed;
    }

    /** The public values of a column, each once, ascending. */
    private static double[] shown(Column column) {
        double[] shown = new double[column.size()];
        int count = 0;
        for (int i = 0; i < column.size(); i++) {
            if (!column.guarded(i) && !Double.isNaN(column.value(i))) {
                shown[count++] = column.value(i);
            }
        }
        return Arrays.stream(shown, 0, count).sorted().distinct().toArray();
    }

    /** A place between the next public value and the one after it; {@code NaN} where there is no next one. */
    private static double beyond(double[] sorted, double value, boolean above) {
        int found = Arrays.binarySearch(sorted, value);
        int before = found < 0 ? -found - 2 : found - 1;
        int after = found < 0 ? -found - 1 : found + 1;
        int next = above ? after : before;
        if (next < 0 || next >= sorted.length) {
            return Double.NaN;
        }
        double low = before < 0 ? Math.min(0, value) : sorted[before];
        double way = value - low;
        double whole = after == sorted.length ? way + Math.max(1, Math.abs(low)) : sorted[after] - low;
        double part = QUARTER + HALF * way / whole;
        int far = above ? next + 1 : next - 1;
        double size = Math.max(1, Math.abs(sorted[next]));
        double gap = far < 0 || far >= sorted.length ? size : Math.abs(sorted[far] - sorted[next]);
        return above ? sorted[next] + gap * part : sorted[next] - gap * (1 - part);
    }

    /** What quotients are multiplied by, from the first one that tells. */
    private static double factor(Column column) {
        for (int i = 0; i < column.size(); i++) {
            if (column.numerator(i) > 0 && column.denominator(i) > 0 && column.value(i) > 0) {
                return column.value(i) * column.denominator(i) / column.numerator(i);
            }
        }
        return 1;
    }
}
