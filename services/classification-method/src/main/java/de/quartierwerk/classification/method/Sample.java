package de.quartierwerk.classification.method;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers over which a scale is estimated.
 *
 * @param x the numbers, {@code NaN} where there is none
 * @param universe which of them count
 * @param groups their groups
 * @param weights their weights; without them all count the same
 */
@SuppressWarnings("ArrayRecordComponent") // columns, which are never compared
record Sample(double[] x, boolean[] universe, Groups groups, double @Nullable [] weights) {
    /** Numbers that all belong together and count the same. */
    static Sample of(double[] x, boolean[] universe) {
        return new Sample(x, universe, Groups.whole(x.length), null);
    }

    /** Those of one group. */
    Sample of(int[] members) {
        double[] some = new double[members.length];
        double[] heavy = weights == null ? null : new double[members.length];
        boolean[] all = new boolean[members.length];
        for (int k = 0; k < members.length; k++) {
            some[k] = x[members[k]];
            all[k] = true;
            if (heavy != null && weights != null) {
                heavy[k] = weights[members[k]];
            }
        }
        return new Sample(some, all, Groups.whole(some.length), heavy);
    }

    /** The numbers of several periods over the same groups, one after the other. */
    static Sample of(List<double[]> x, List<boolean[]> universes, Groups groups, @Nullable List<double[]> weights) {
        if (x.size() == 1) {
            return new Sample(x.get(0), universes.get(0), groups, weights == null ? null : weights.get(0));
        }
        int size = x.get(0).length;
        boolean[] all = new boolean[size * x.size()];
        for (int t = 0; t < x.size(); t++) {
            System.arraycopy(universes.get(t), 0, all, t * size, size);
        }
        return new Sample(joined(x), all, groups.repeated(x.size()), weights == null ? null : joined(weights));
    }

    /** Columns one after the other. */
    static double[] joined(List<double[]> columns) {
        int size = columns.get(0).length;
        double[] all = new double[size * columns.size()];
        for (int t = 0; t < columns.size(); t++) {
            System.arraycopy(columns.get(t), 0, all, t * size, size);
        }
        return all;
    }

    Spread spread(boolean sample) {
        return weights == null ? Spread.of(x, universe, sample) : Spread.of(x, universe, weights, sample);
    }
}
