package de.quartierwerk.classification.method;

import java.util.Arrays;
import java.util.List;

/**
 * One common factor by maximum likelihood (Lawley 1940; Jöreskog 1967), found with the EM algorithm of Rubin and Thayer
 * (Psychometrika 47, 1982), and the coefficients of its regression scores (Thomson 1939).
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

    /** The factor of a correlation matrix of at least {@link #FEWEST} variables; its sign is left to chance. */
    static FactorAnalysis of(double[][] r) {
        double[] loadings = start(r);
        double[] unique = new double[r.length];
        for (int j = 0; j < r.length; j++) {
            unique[j] = 1 - loadings[j] * loadings[j];
        }
        double moved = 1;
        for (int round = 0; round < ROUNDS && moved > SETTLED; round++) {
            moved = improve(r, loadings, unique);
        }
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
        double[][] copy = Arrays.stream(r).map(double[]::clone).toArray(double[][]::new);
        double[] vector = PrincipalComponent.largest(copy);
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
