package de.quartierwerk.classification.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One factor by maximum likelihood, by numbers worked out elsewhere (NumPy, SciPy, COINr). */
class FactorAnalysisTest {
    @Test
    void oneFactorByMaximumLikelihood() {
        // Correlations that one factor with the loadings .9, .8, .7, .6 makes
        double[] loadings = {0.9, 0.8, 0.7, 0.6};
        double[][] r = new double[4][4];
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                r[a][b] = a == b ? 1 : loadings[a] * loadings[b];
            }
        }

        FactorAnalysis found = FactorAnalysis.exact(r);

        double sign = Math.signum(found.loadings().get(0));
        double all = 0;
        for (double loading : loadings) {
            all += loading / (1 - loading * loading);
        }
        for (int c = 0; c < 4; c++) {
            assertThat(sign * found.loadings().get(c)).isCloseTo(loadings[c], within(1e-9));
            double coefficient = loadings[c] / (1 - loadings[c] * loadings[c]) / all;
            assertThat(sign * found.coefficients().get(c)).isCloseTo(coefficient, within(1e-9));
        }
    }

    private static double[][] correlations(double... upper) {
        int size = (int) Math.round((1 + Math.sqrt(1 + 8.0 * upper.length)) / 2);
        double[][] r = new double[size][size];
        int k = 0;
        for (int a = 0; a < size; a++) {
            r[a][a] = 1;
            for (int b = a + 1; b < size; b++) {
                r[a][b] = upper[k];
                r[b][a] = upper[k++];
            }
        }
        return r;
    }

    @Test
    void theSearchOfRComesNearTheMaximum() {
        double[][] plain = correlations(0.6, 0.5, 0.3, 0.45, 0.35, 0.4);
        double[][] heywood = correlations(0.9, 0.9, 0.3, 0.6, 0.3, 0.3);

        for (double[][] r : List.of(plain, heywood)) {
            List<Double> found = FactorAnalysis.asPsych(r).coefficients();
            List<Double> exact = FactorAnalysis.exact(r).coefficients();
            for (int c = 0; c < 4; c++) {
                assertThat(Math.abs(found.get(c))).isCloseTo(Math.abs(exact.get(c)), within(1e-4));
            }
        }
    }

    @Test
    void aVariableThatFollowsFromOthersIsNoObstacle() {
        double[][] twice = correlations(1, 0.5, 0.4, 0.5, 0.4, 0.3);

        assertThat(FactorAnalysis.asPsych(twice)).isEqualTo(FactorAnalysis.exact(twice));
    }
}
