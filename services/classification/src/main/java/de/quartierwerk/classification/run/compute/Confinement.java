package de.quartierwerk.classification.run.compute;

import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.IndexOutcome;
import de.quartierwerk.classification.method.Outcome;
import java.util.Arrays;
import java.util.BitSet;

/**
 * How far classes and needs give a suppressed count away (Rückrechnung aus Klassen): which neighbouring counts would
 * have led to the same class, group and needs of its space. Fewer than the minimum count of them confine it too far, as
 * does a class by rank that lies between two neighbouring public values. Pure functions.
 */
final class Confinement {
    /** As many counts have to be possible as the usual minimum count says. */
    static final int MINIMUM = 3;

    /** The farthest neighbour that is looked at. */
    static final int FARTHEST = MINIMUM - 1;

    /** All neighbours are possible. */
    static final int ANYTHING = (1 << (2 * FARTHEST + 1)) - 1;

    private Confinement() {}

    /** The bit of a neighbour; that of the count itself is the one of 0. */
    static int bit(int step) {
        return 1 << (step + FARTHEST);
    }

    /** Whether so many counts in a row are possible, the true one among them, that none of them is known. */
    static boolean isWide(int possible) {
        int count = 1;
        for (int step = 1; step <= FARTHEST && (possible & bit(step)) != 0; step++) {
            count++;
        }
        for (int step = -1; step >= -FARTHEST && (possible & bit(step)) != 0; step--) {
            count++;
        }
        return count >= MINIMUM;
    }

    /** A column with other counts in some places: so many more or fewer, where that is possible. */
    static Column shifted(Column column, BitSet places, int step) {
        double factor = factor(column);
        Column shifted = new Column(column.size());
        for (int i = 0; i < column.size(); i++) {
            if (places.get(i) && isPossible(column, i, step)) {
                double numerator = column.numerator(i) + step;
                double value = Double.isNaN(column.numerator(i))
                        ? column.value(i) + step
                        : numerator / column.denominator(i) * factor;
                shifted.set(i, value, numerator, column.denominator(i), true);
            } else {
                copy(column, shifted, i);
            }
        }
        return shifted;
    }

    /** Whether there is a neighbour: zeros are not suppressed, and no numerator is above its denominator. */
    static boolean isPossible(Column column, int i, int step) {
        double count = column.count(i);
        double other = count + step;
        boolean fits = Double.isNaN(column.denominator(i)) || other <= column.denominator(i);
        return !Double.isNaN(count) && fits && other >= Math.min(1, count);
    }

    /** A column in which values in some places lie just beyond the next public one above or below, if there is one. */
    static Column beyondNext(Column column, BitSet places, boolean above) {
        double[] shown = new double[column.size()];
        int count = 0;
        for (int i = 0; i < column.size(); i++) {
            if (!column.guarded(i) && !Double.isNaN(column.value(i))) {
                shown[count++] = column.value(i);
            }
        }
        double[] sorted = Arrays.copyOf(shown, count);
        Arrays.sort(sorted);
        Column moved = new Column(column.size());
        for (int i = 0; i < column.size(); i++) {
            copy(column, moved, i);
            double next = places.get(i) ? next(sorted, column.value(i), above) : Double.NaN;
            if (!Double.isNaN(next)) {
                double beyond = above ? Math.nextUp(next) : Math.nextDown(next);
                double ratio = column.value(i) == 0 ? 1 : beyond / column.value(i);
                moved.set(i, beyond, column.numerator(i) * ratio, column.denominator(i), true);
            }
        }
        return moved;
    }

    /** The number next to a value among sorted ones; {@code NaN} where there is none. */
    private static double next(double[] sorted, double value, boolean above) {
        int at = Arrays.binarySearch(sorted, value);
        int step = above ? 1 : -1;
        int next = at < 0 ? -at - 1 - (above ? 0 : 1) : at + step;
        while (next >= 0 && next < sorted.length && sorted[next] == value) {
            next += step;
        }
        return next >= 0 && next < sorted.length ? sorted[next] : Double.NaN;
    }

    private static void copy(Column from, Column to, int i) {
        to.set(i, from.value(i), from.numerator(i), from.denominator(i), from.guarded(i));
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

    /** Whether the public sees the same of a space in two outcomes. */
    static boolean same(Outcome one, Outcome other, int position) {
        for (IndexOutcome index : one.indices()) {
            if (index.classAt(position) != other.index(index.index().code()).classAt(position)) {
                return false;
            }
        }
        return one.needsAt(position).equals(other.needsAt(position));
    }
}
