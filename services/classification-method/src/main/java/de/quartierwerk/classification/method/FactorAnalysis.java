package de.quartierwerk.classification.method;

import java.util.Arrays;
import java.util.List;

/**
 * One common factor by maximum likelihood (Lawley 1940; Jöreskog 1967), and the coefficients of its regression scores
 * (Thomson 1939).
 *
 * @param loadings correlation of each variable with the factor
 * @param coefficients coefficients of the scores, divided by their sum
 */
record FactorAnalysis(List<Double> loadings, List<Double> coefficients) {
    /** With fewer variables a factor is not determined. */
    static final int FEWEST = 3;

    private static final int ROUNDS = 100_000;
    private static final double SETTLED = 1e-14;
    /** Least part of a variable that is its own, as in R's factanal; without it a variable could be the factor. */
    private static final double LEAST = 0.005;

    /** R scales its search by it. */
    private static final double UNIT = 0.01;
    /** With a smaller eigenvalue a variable follows from the others. */
    private static final double SINGULAR = 1e-8;

    /**
     * The factor of a correlation matrix of at least {@link #FEWEST} variables as R's {@code psych::fa(fm = "ml")}
     * finds it; its sign is left to chance. Where a variable follows from the others, the exact one.
     */
    static FactorAnalysis asPsych(double[]... r) {
        Eigenvectors all = Eigenvectors.of(r);
        double[] start = new double[r.length];
        for (int j = 0; j < r.length; j++) {
            double inverse = 0;
            for (int k = 0; k < r.length; k++) {
                if (!(all.value(k) > SINGULAR)) {
                    return exact(r);
                }
                inverse += all.at(j, k) * all.at(j, k) / all.value(k);
            }
            start[j] = StrictMath.max(LEAST, 1 / inverse) / UNIT;
        }
        double[] found = BoundedMinimum.of(scaled -> likelihood(r, scaled), LEAST / UNIT, 1 / UNIT, start);
        double[] unique = Arrays.stream(found).map(x -> x * UNIT).toArray();
        return of(loadings(reduced(r, unique), unique), unique);
    }

    /**
     * Minus the part of the logarithm of the likelihood that the unique parts decide, once the loadings are the best
     * for them (Jöreskog 1967).
     */
    private static BoundedMinimum.Value likelihood(double[][] r, double... scaled) {
        double[] unique = Arrays.stream(scaled).map(x -> x * UNIT).toArray();
        Eigenvectors reduced = reduced(r, unique);
        int largest = reduced.indexOfLargest();
        double value = 1 - r.length;
        for (int k = 0; k < r.length; k++) {
            value -= k == largest ? 0 : StrictMath.log(reduced.value(k)) - reduced.value(k);
        }
        double[] loadings = loadings(reduced, unique);
        double[] gradient = new double[r.length];
        for (int j = 0; j < r.length; j++) {
            double rest = loadings[j] * loadings[j] + unique[j] - r[j][j];
            gradient[j] = rest / (unique[j] * unique[j]) * UNIT;
        }
        return new BoundedMinimum.Value(value, gradient);
    }

    /** Correlations, divided by the roots of the unique parts. */
    private static Eigenvectors reduced(double[][] r, double... unique) {
        double[][] reduced = new double[r.length][r.length];
        for (int j = 0; j < r.length; j++) {
            for (int k = 0; k < r.length; k++) {
                reduced[j][k] = r[j][k] / StrictMath.sqrt(unique[j]) / StrictMath.sqrt(unique[k]);
            }
        }
        return Eigenvectors.of(reduced);
    }

    private static double[] loadings(Eigenvectors reduced, double... unique) {
        int largest = reduced.indexOfLargest();
        double length = StrictMath.sqrt(StrictMath.max(0, reduced.value(largest) - 1));
        double[] loadings = new double[unique.length];
        for (int j = 0; j < loadings.length; j++) {
            loadings[j] = StrictMath.sqrt(unique[j]) * reduced.at(j, largest) * length;
        }
        return loadings;
    }

    /** The factor at the maximum, found with the EM algorithm of Rubin and Thayer (Psychometrika 47, 1982). */
    static FactorAnalysis exact(double[]... r) {
        double[] loadings = start(r);
        double[] unique = new double[r.length];
        for (int j = 0; j < r.length; j++) {
            unique[j] = 1 - loadings[j] * loadings[j];
        }
        double moved = 1;
        for (int round = 0; round < ROUNDS && moved > SETTLED; round++) {
            moved = improve(r, loadings, unique);
        }
        return of(loadings, unique);
    }

    private static FactorAnalysis of(double[] loadings, double... unique) {
        double[] scores = scores(loadings, unique);
        double sum = Arrays.stream(scores).reduce(0, Double::sum);
        double amount = Arrays.stream(scores).map(StrictMath::abs).reduce(0, Double::sum);
        boolean cancels = StrictMath.abs(sum) <= PrincipalComponent.NOISE * amount;
        double divisor = cancels ? amount : StrictMath.abs(sum);
        return new FactorAnalysis(
                Arrays.stream(loadings).boxed().toList(),
                Arrays.stream(scores).map(score -> score / divisor).boxed().toList());
    }

    /** First principal component, drawn in a little. */
    private static double[] start(double[][] r) {
        double[] vector = Eigenvectors.of(r).largest();
        double eigenvalue = 0;
        for (int j = 0; j < r.length; j++) {
            for (int k = 0; k < r.length; k++) {
                eigenvalue += vector[j] * r[j][k] * vector[k];
            }
        }
        double length = StrictMath.sqrt(eigenvalue);
        return Arrays.stream(vector)
                .map(x -> StrictMath.max(-0.9, StrictMath.min(0.9, 0.9 * x * length)))
                .toArray();
    }

    /** A step of the algorithm; answers how far a unique part moved. */
    private static double improve(double[][] r, double[] loadings, double[] unique) {
        double[] scores = scores(loadings, unique);
        double[] with = new double[r.length];
        double variance = 1;
        for (int j = 0; j < r.length; j++) {
            for (int k = 0; k < r.length; k++) {
                with[j] += r[j][k] * scores[k];
            }
            variance += scores[j] * (with[j] - loadings[j]);
        }
        double moved = 0;
        for (int j = 0; j < r.length; j++) {
            loadings[j] = with[j] / variance;
            double own = StrictMath.max(LEAST, r[j][j] - loadings[j] * with[j]);
            moved = StrictMath.max(moved, StrictMath.abs(own - unique[j]));
            unique[j] = own;
        }
        return moved;
    }

    /**
     * (loading / unique) / (1 + sum(loading² / unique)): the inverse of the model's correlations times the loadings.
     */
    private static double[] scores(double[] loadings, double[] unique) {
        double sum = 1;
        for (int j = 0; j < loadings.length; j++) {
            sum += loadings[j] * loadings[j] / unique[j];
        }
        double[] scores = new double[loadings.length];
        for (int j = 0; j < scores.length; j++) {
            scores[j] = loadings[j] / unique[j] / sum;
        }
        return scores;
    }
}
