package de.quartierwerk.classification.method;

import java.util.Arrays;

/** Eigenvalues and eigenvectors of a symmetric matrix, found by Jacobi rotations in a fixed order. */
final class Eigenvectors {
    private static final int SWEEPS = 100;
    private static final double SETTLED = 1e-30;

    private final double[][] m;
    private final double[][] v;

    private Eigenvectors(double[][] m, double[][] v) {
        this.m = m;
        this.v = v;
    }

    /**
     * Finds them.
     *
     * @throws IllegalArgumentException where the matrix holds something that is no number: nothing would rotate it
     */
    static Eigenvectors of(double[]... matrix) {
        int p = matrix.length;
        double[][] m = new double[p][];
        double[][] v = new double[p][p];
        for (int a = 0; a < p; a++) {
            if (Arrays.stream(matrix[a]).anyMatch(Double::isNaN)) {
                throw new IllegalArgumentException("A row of the matrix holds NaN: " + a);
            }
            m[a] = matrix[a].clone();
            v[a][a] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS && off(m) > SETTLED; sweep++) {
            for (int a = 0; a < p - 1; a++) {
                for (int b = a + 1; b < p; b++) {
                    rotate(m, v, a, b);
                }
            }
        }
        return new Eigenvectors(m, v);
    }

    /** Number of eigenvalues. */
    int count() {
        return m.length;
    }

    /** An eigenvalue. */
    double value(int which) {
        return m[which][which];
    }

    /** The number of an eigenvector at a position. */
    double at(int position, int which) {
        return v[position][which];
    }

    /** Which eigenvalue is the largest. */
    int indexOfLargest() {
        int best = 0;
        for (int a = 1; a < m.length; a++) {
            if (m[a][a] > m[best][best]) {
                best = a;
            }
        }
        return best;
    }

    /** The eigenvector of the largest eigenvalue. */
    double[] largest() {
        int best = indexOfLargest();
        double[] vector = new double[m.length];
        for (int a = 0; a < m.length; a++) {
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
}
