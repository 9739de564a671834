package de.quartierwerk.classification.method;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * First principal component of centred and scaled columns: the eigenvector of the largest eigenvalue of their
 * correlation matrix.
 */
final class PrincipalComponent {
    /** Loadings that are smaller, or differ by less, come from rounding. */
    static final double NOISE = 1e-9;

    /**
     * Loadings of length 1 for columns that are already centred and scaled; columns that do not vary get 0. They rest
     * on the spaces that have a number in every column that varies: within groups some have none.
     */
    static double[] loadings(Index index, List<double[]> columns, boolean[] usable, boolean[] universe) {
        boolean[] complete = complete(columns, usable, universe);
        int[] used = used(columns, usable, complete);
        double[] loadings = new double[columns.size()];
        if (used.length > 0) {
            List<double[]> scaled = Arrays.equals(complete, universe) ? columns : scaled(columns, complete);
            double[] vector = Eigenvectors.of(moments(scaled, used, complete)).largest();
            spread(loadings, used, vector, sign(index, used, vector));
        }
        return loadings;
    }

    /**
     * Loadings of a factor, and in the second row what its scores multiply the columns by; columns that do not vary,
     * and all where there are too few, get 0. Both rest on the same spaces as {@link #loadings}.
     */
    static double[][] factor(Index index, List<double[]> columns, boolean[] usable, boolean[] universe) {
        boolean[] complete = complete(columns, usable, universe);
        int[] used = used(columns, usable, complete);
        double[][] found = new double[2][columns.size()];
        if (used.length >= FactorAnalysis.FEWEST) {
            double[][] correlations = moments(scaled(columns, complete), used, complete);
            FactorAnalysis factor = index.combine() == Combine.FACTOR_ANALYSIS
                    ? FactorAnalysis.asPsych(correlations)
                    : FactorAnalysis.exact(correlations);
            double[] loadings = numbers(factor.loadings());
            double sign = sign(index, used, loadings);
            spread(found[0], used, loadings, sign);
            spread(found[1], used, numbers(factor.coefficients()), sign);
        }
        return found;
    }

    /** The spaces of a universe that have a number in every usable column. */
    private static boolean[] complete(List<double[]> columns, boolean[] usable, boolean[] universe) {
        boolean[] complete = universe.clone();
        for (int c = 0; c < usable.length; c++) {
            for (int i = 0; usable[c] && i < complete.length; i++) {
                complete[i] &= !Double.isNaN(columns.get(c)[i]);
            }
        }
        return complete;
    }

    /** The usable columns that vary over the spaces that count. */
    private static int[] used(List<double[]> columns, boolean[] usable, boolean[] complete) {
        return IntStream.range(0, usable.length)
                .filter(c ->
                        usable[c] && Spread.of(columns.get(c), complete, false).varies())
                .toArray();
    }

    private static List<double[]> scaled(List<double[]> columns, boolean[] complete) {
        return columns.stream()
                .map(column -> Standardised.of(Standardise.Z_POPULATION, column, complete)
                        .numbers())
                .toList();
    }

    private static double[] numbers(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void spread(double[] all, int[] used, double[] some, double sign) {
        for (int k = 0; k < used.length; k++) {
            all[used[k]] = sign * some[k];
        }
    }

    private static double sign(Index index, int[] used, double[] vector) {
        return vector[leading(index, used, vector)] < 0 ? -1 : 1;
    }

    /** Position of the component whose loading is positive: the one named, or where it has none the largest one. */
    private static int leading(Index index, int[] used, double[] vector) {
        int largest = 0;
        for (int k = 0; k < vector.length; k++) {
            double loading = StrictMath.abs(vector[k]);
            if (index.components().get(used[k]).of().equals(index.orientation()) && loading > NOISE) {
                return k;
            }
            largest = loading > StrictMath.abs(vector[largest]) + NOISE ? k : largest;
        }
        return largest;
    }

    /** Means of products of columns, the correlations where these are centred and scaled. */
    private static double[][] moments(List<double[]> columns, int[] used, boolean[] universe) {
        int p = used.length;
        double[][] r = new double[p][p];
        for (int a = 0; a < p; a++) {
            double[] x = columns.get(used[a]);
            for (int b = 0; b <= a; b++) {
                double[] y = columns.get(used[b]);
                double sum = 0;
                int n = 0;
                for (int i = 0; i < universe.length; i++) {
                    if (universe[i]) {
                        sum += x[i] * y[i];
                        n++;
                    }
                }
                r[a][b] = sum / n;
                r[b][a] = r[a][b];
            }
        }
        return r;
    }

    private PrincipalComponent() {}
}
