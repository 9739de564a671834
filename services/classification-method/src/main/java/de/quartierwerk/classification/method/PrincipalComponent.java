package de.quartierwerk.classification.method;

import java.util.List;
import java.util.stream.IntStream;

/**
 * First principal component of centred and scaled columns: the eigenvector of the largest eigenvalue of their
 * correlation matrix, found by Jacobi rotations in a fixed order.
 */
final class PrincipalComponent {
    private static final int SWEEPS = 100;

    /** Loadings that are smaller, or differ by less, come from rounding. */
    static final double NOISE = 1e-9;

    /** Loadings of length 1 for columns that are already centred and scaled; columns that do not vary get 0. */
    static double[] loadings(Index index, List<double[]> columns, boolean[] usable, boolean[] universe) {
        int[] used = used(usable);
        double[] loadings = new double[columns.size()];
        if (used.length > 0) {
            double[] vector = largest(moments(columns, used, universe));
            spread(loadings, used, vector, sign(index, used, vector));
        }
        return loadings;
    }

    /**
     * Loadings of a factor, and in the second row what its scores multiply the columns by; columns that do not vary,
     * and all where there are too few, get 0.
     */
    static double[][] factor(Index index, List<double[]> columns, boolean[] usable, boolean[] universe) {
        int[] used = used(usable);
        double[][] found = new double[2][columns.size()];
        if (used.length >= FactorAnalysis.FEWEST) {
            List<double[]> scaled = columns.stream()
                    .map(column -> Standardised.of(Standardise.Z_POPULATION, column, universe)
                            .numbers())
                    .toList();
            FactorAnalysis factor = FactorAnalysis.of(moments(scaled, used, universe));
            double[] loadings = numbers(factor.loadings());
            double sign = sign(index, used, loadings);
            spread(found[0], used, loadings, sign);
            spread(found[1], used, numbers(factor.coefficients()), sign);
        }
        return found;
    }

    private static int[] used(boolean... usable) {
        return IntStream.range(0, usable.length).filter(c -> usable[c]).toArray();
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

    /** Eigenvector of the largest eigenvalue of a symmetric matrix, which is used up. */
    static double[] largest(double[][] m) {
        int p = m.length;
        double[][] v = new double[p][p];
        for (int a = 0; a < p; a++) {
            v[a][a] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS && off(m) > 1e-30; sweep++) {
            for (int a = 0; a < p - 1; a++) {
                for (int b = a + 1; b < p; b++) {
                    rotate(m, v, a, b);
                }
            }
        }
        int best = 0;
        for (int a = 1; a < p; a++) {
            if (m[a][a] > m[best][best]) {
                best = a;
            }
        }
        double[] vector = new double[p];
        for (int a = 0; a < p; a++) {
            vector[a] = v[a][best];
        }
        return vector;
    }

    private static double off(double[][] m) {
        double sum = 0;
        for (int a = 0; a < m.length; a++) {
            for (int b = 0; b < a; b++) {
                sum += m[a][b] * m[a][b];
            }
        }
        return sum;
    }

    private static void rotate(double[][] m, double[][] v, int a, int b) {
        if (m[a][b] == 0) {
            return;
        }
        double theta = (m[b][b] - m[a][a]) / (2 * m[a][b]);
        double t = (theta < 0 ? -1 : 1) / (StrictMath.abs(theta) + StrictMath.sqrt(theta * theta + 1));
        double c = 1 / StrictMath.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < m.length; k++) {
            double x = m[k][a];
            double y = m[k][b];
            m[k][a] = c * x - s * y;
            m[k][b] = s * x + c * y;
        }
        for (int k = 0; k < m.length; k++) {
            double x = m[a][k];
            double y = m[b][k];
            m[a][k] = c * x - s * y;
            m[b][k] = s * x + c * y;
            double p = v[k][a];
            double q = v[k][b];
            v[k][a] = c * p - s * q;
            v[k][b] = s * p + c * q;
        }
    }

    private PrincipalComponent() {}
}
