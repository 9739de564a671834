package de.quartierwerk.classification.method;

import java.util.List;

/** Combines standardised components into the raw value of an index. */
final class Combination {
    /** A sum that is smaller in proportion to its parts comes from rounding: they cancel out. */
    private static final double NOISE = 1e-12;

    private final Index index;
    private final boolean[] universe;

    Combination(Index index, boolean[] universe) {
        this.index = index;
        this.universe = universe;
    }

    /** Shares of the components; those left out get 0. */
    double[] shares(List<Standardised> columns) {
        if (index.combine() == Combine.FIRST_PRINCIPAL_COMPONENT) {
            return PrincipalComponent.loadings(index, columns, universe);
        }
        double[] shares = new double[columns.size()];
        double all = 0;
        for (int c = 0; c < shares.length; c++) {
            if (columns.get(c).usable()) {
                shares[c] = index.combine() == Combine.SUM
                        ? 1
                        : index.components().get(c).weight();
                all += shares[c];
            }
        }
        if (index.combine() == Combine.MEAN || index.combine() == Combine.GEOMETRIC_MEAN) {
            for (int c = 0; c < shares.length; c++) {
                shares[c] = all == 0 ? 0 : shares[c] / all;
            }
        }
        return shares;
    }

    /** The raw value of every space of the universe, {@code NaN} where it cannot be formed. */
    double[] raw(List<Standardised> columns, double[] shares) {
        double[] raw = Column.nothing(universe.length);
        boolean geometric = index.combine() == Combine.GEOMETRIC_MEAN;
        boolean renormalise = index.missing() == Missing.RENORMALISE_WEIGHTS;
        double all = 0;
        for (int c = 0; c < shares.length; c++) {
            all += columns.get(c).usable() ? shares[c] : 0;
        }
        for (int i = 0; i < raw.length; i++) {
            if (!universe[i]) {
                continue;
            }
            double sum = 0;
            double size = 0;
            double present = 0;
            boolean any = false;
            for (int c = 0; c < shares.length; c++) {
                double x = columns.get(c).numbers()[i];
                if (columns.get(c).usable() && !(renormalise && Double.isNaN(x))) {
                    double part = shares[c] * (geometric ? logarithm(x) : x);
                    sum += part;
                    size += StrictMath.abs(part);
                    present += shares[c];
                    any = true;
                }
            }
            if (StrictMath.abs(sum) <= NOISE * size) {
                sum = 0;
            }
            double combined = renormalise ? sum * (all / present) : sum;
            raw[i] = any ? (geometric ? StrictMath.exp(combined) : combined) : Double.NaN;
        }
        return raw;
    }

    private static double logarithm(double x) {
        return x > 0 ? StrictMath.log(x) : Double.NaN;
    }
}
