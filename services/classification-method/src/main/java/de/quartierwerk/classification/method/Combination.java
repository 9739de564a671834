package de.quartierwerk.classification.method;

import java.util.List;

/** Combines standardised components into the raw value of an index. */
final class Combination {
    /** Parts that leave less than this part of them cancel out where that is noise beside other spaces' parts. */
    private static final double CANCELLED = 1e-6;

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
        double[] sizes = new double[raw.length];
        double largest = 0;
        for (int i = 0; i < raw.length; i++) {
            if (!universe[i]) {
                continue;
            }
            double sum = 0;
            double present = 0;
            boolean any = false;
            for (int c = 0; c < shares.length; c++) {
                double x = columns.get(c).numbers()[i];
                if (columns.get(c).usable() && !(renormalise && Double.isNaN(x))) {
                    double part = part(geometric, shares[c], x);
                    sum += part;
                    sizes[i] += StrictMath.abs(part);
                    present += shares[c];
                    any = true;
                }
            }
            largest = sizes[i] > largest ? sizes[i] : largest;
            double combined = renormalise ? sum * (all / present) : sum;
            raw[i] = any ? (geometric ? StrictMath.exp(combined) : combined) : Double.NaN;
        }
        if (!geometric) {
            cancel(raw, sizes, largest);
        }
        return raw;
    }

    /** What a component adds to the sum; to the logarithm of a geometric mean, which is 0 where a component is 0. */
    static double part(boolean geometric, double share, double x) {
        return geometric ? (share == 0 ? 0 : share * StrictMath.log(x)) : share * x;
    }

    /** Sums that are rounding only become 0: owners and renters in percent always sum to 100. */
    private static void cancel(double[] raw, double[] sizes, double largest) {
        for (int i = 0; i < raw.length; i++) {
            double amount = StrictMath.abs(raw[i]);
            if (amount <= Decimals.NOISE * largest && amount <= CANCELLED * sizes[i]) {
                raw[i] = 0;
            }
        }
    }
}
