package de.quartierwerk.classification.method;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How much the classes of an index depend on its weights: in every draw each weight (share, loading) is multiplied by a
 * factor of its own, evenly distributed between 1 - {@code spread} and 1 + {@code spread}; then all are scaled so that
 * the sum of their amounts stays. (Uncertainty analysis of composite indicators: OECD and JRC, Handbook on Constructing
 * Composite Indicators, 2008, step 7.) The generator is {@link Random}, whose sequence is specified, so that a seed
 * gives the same draws everywhere.
 */
public final class MonteCarlo {
    private final Index index;
    private final double[][] columns;
    private final double[] shares;
    private final double total;
    private final boolean complete;
    private final double[] raw;

    private MonteCarlo(IndexOutcome outcome, int[] positions) {
        List<ComponentOutcome> used =
                outcome.components().stream().filter(ComponentOutcome::used).toList();
        this.index = outcome.index();
        this.columns = new double[used.size()][positions.length];
        this.shares = used.stream().mapToDouble(ComponentOutcome::share).toArray();
        this.total = amount(shares);
        this.raw = new double[positions.length];
        boolean additive = index.combine().additive();
        boolean everywhere = true;
        for (int c = 0; c < columns.length; c++) {
            for (int k = 0; k < positions.length; k++) {
                double x = used.get(c).standardised(positions[k]);
                columns[c][k] = additive ? x : Combination.part(index, shares[c] == 0 ? 0 : 1, x);
                everywhere &= !Double.isNaN(x);
            }
        }
        this.complete = everywhere;
    }

    /**
     * For each space the part of the draws in which it has its own class; {@code NaN} where it has none, or where
     * classes do not depend on the values of the run alone, or the index not on weights.
     *
     * @param outcome an index with classes
     * @param size number of spaces of the run
     * @param draws how many times the weights are drawn
     * @param seed start of the generator
     * @param spread largest change of a weight, e.g. 0.2
     */
    public static double[] stability(IndexOutcome outcome, int size, int draws, long seed, double spread) {
        if (!Variant.possible(outcome.index()) || outcome.index().combine().folds()) {
            return Column.nothing(size);
        }
        int[] positions = classed(outcome, size);
        MonteCarlo all = new MonteCarlo(outcome, positions);
        Variant variant = new Variant(outcome, positions);
        Random random = new Random(seed);
        int[] kept = new int[positions.length];
        for (int draw = 0; draw < draws; draw++) {
            int[] at = variant.classes(all.draw(random, spread));
            for (int k = 0; k < at.length; k++) {
                kept[k] += at[k] == outcome.classAt(positions[k]) ? 1 : 0;
            }
        }
        double[] stability = Column.nothing(size);
        for (int k = 0; k < positions.length; k++) {
            stability[positions[k]] = (double) kept[k] / draws;
        }
        return stability;
    }

    private static int[] classed(IndexOutcome outcome, int size) {
        int[] positions = new int[size];
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (outcome.classAt(i) >= 0) {
                positions[n++] = i;
            }
        }
        return Arrays.copyOf(positions, n);
    }

    /** Combined values with other weights. */
    private double[] draw(Random random, double spread) {
        double[] drawn = new double[shares.length];
        for (int c = 0; c < drawn.length; c++) {
            drawn[c] = shares[c] * (1 + spread * (2 * random.nextDouble() - 1));
        }
        double scale = total / amount(drawn);
        for (int c = 0; c < drawn.length; c++) {
            drawn[c] *= scale;
        }
        if (complete) {
            combine(drawn);
        } else {
            combineWithGaps(drawn);
        }
        finish();
        return raw;
    }

    private void finish() {
        boolean plain = index.combine().additive();
        Integer decimals = index.rawDecimals();
        for (int k = 0; k < raw.length && (!plain || decimals != null); k++) {
            double whole = Combination.whole(index, raw[k]);
            raw[k] = decimals == null ? whole : Rounding.toDecimals(whole, decimals);
        }
    }

    private void combine(double[] weights) {
        Arrays.fill(raw, 0);
        for (int c = 0; c < columns.length; c++) {
            double weight = weights[c];
            double[] x = columns[c];
            for (int k = 0; k < raw.length; k++) {
                raw[k] += weight * x[k];
            }
        }
    }

    private void combineWithGaps(double[] weights) {
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        for (int k = 0; k < raw.length; k++) {
            double sum = 0;
            double present = 0;
            for (int c = 0; c < columns.length; c++) {
                double x = columns[c][k];
                sum += Double.isNaN(x) ? 0 : weights[c] * x;
                present += Double.isNaN(x) ? 0 : weights[c];
            }
            raw[k] = sum * (all / present);
        }
    }

    private static double amount(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += StrictMath.abs(weight);
        }
        return sum;
    }
}
