package de.quartierwerk.classification.method;

import java.util.List;

/** Combines standardised components into the raw value of an index. */
final class Combination {
    /** Parts that leave less than this part of them cancel out where that is noise beside other spaces' parts. */
    private static final double CANCELLED = 1e-6;

    private final Index index;
    private final boolean[] usable;
    private final double[] shares;
    private final boolean renormalise;
    private final boolean additive;
    private final boolean folds;
    private final double all;

    /**
     * @param index the index
     * @param usable which of its components vary
     * @param shares what their numbers are multiplied by
     */
    Combination(Index index, boolean[] usable, double[] shares) {
        this.index = index;
        this.usable = usable;
        this.shares = shares;
        this.renormalise = index.missing() == Missing.RENORMALISE_WEIGHTS;
        this.additive = index.combine().additive();
        this.folds = index.combine().folds();
        double sum = 0;
        for (int c = 0; c < shares.length; c++) {
            sum += usable[c] ? shares[c] : 0;
        }
        this.all = sum;
    }

    /** A combination whose shares are those of the document. */
    static Combination of(Index index, List<Standardised> columns) {
        boolean[] usable = usable(columns);
        return new Combination(index, usable, shares(index, usable));
    }

    /** Which columns vary. */
    static boolean[] usable(List<Standardised> columns) {
        boolean[] usable = new boolean[columns.size()];
        for (int c = 0; c < usable.length; c++) {
            usable[c] = columns.get(c).usable();
        }
        return usable;
    }

    /** Shares of the components by the document; those left out get 0. */
    static double[] shares(Index index, boolean... usable) {
        double[] shares = new double[usable.length];
        double sum = 0;
        for (int c = 0; c < shares.length; c++) {
            if (usable[c]) {
                shares[c] =
                        index.combine().weighted() ? index.components().get(c).weight() : 1;
                sum += shares[c];
            }
        }
        if (index.combine().averages()) {
            for (int c = 0; c < shares.length; c++) {
                shares[c] = sum == 0 ? 0 : shares[c] / sum;
            }
        }
        return shares;
    }

    double[] shares() {
        return shares;
    }

    /** Whether anything takes part. */
    boolean anything() {
        boolean anything = false;
        for (int c = 0; c < shares.length; c++) {
            anything |= usable[c] && shares[c] != 0;
        }
        return anything;
    }

    /** The raw value of every space of the universe, {@code NaN} where it cannot be formed. */
    double[] raw(List<double[]> columns, boolean[] universe) {
        double[] raw = additive ? sums(columns, universe) : each(columns, universe);
        Integer decimals = index.rawDecimals();
        if (decimals != null) {
            for (int i = 0; i < raw.length; i++) {
                raw[i] = Rounding.toDecimals(raw[i], decimals);
            }
        }
        return raw;
    }

    private double[] each(List<double[]> columns, boolean[] universe) {
        double[][] x = columns.toArray(double[][]::new);
        double[] raw = Column.nothing(universe.length);
        double[] numbers = new double[shares.length];
        for (int i = 0; i < raw.length; i++) {
            if (universe[i]) {
                for (int c = 0; c < numbers.length; c++) {
                    numbers[c] = x[c][i];
                }
                raw[i] = of(numbers);
            }
        }
        return raw;
    }

    /** Sums of all spaces, one component after the other, since memory is read fastest along a column. */
    private double[] sums(List<double[]> columns, boolean[] universe) {
        double[] raw = new double[universe.length];
        double[] sizes = new double[raw.length];
        double[] present = new double[raw.length];
        boolean[] any = new boolean[raw.length];
        for (int c = 0; c < shares.length; c++) {
            if (usable[c]) {
                addTo(raw, sizes, shares[c], columns.get(c));
                addPresent(present, any, shares[c], columns.get(c));
            }
        }
        double largest = 0;
        for (int i = 0; i < raw.length; i++) {
            if (universe[i] && any[i]) {
                raw[i] = renormalise ? raw[i] * (all / present[i]) : raw[i];
            } else {
                raw[i] = Double.NaN;
            }
            largest = universe[i] && sizes[i] > largest ? sizes[i] : largest;
        }
        cancel(raw, sizes, largest);
        return raw;
    }

    private void addTo(double[] sums, double[] sizes, double share, double... column) {
        for (int i = 0; i < sums.length; i++) {
            double part = share * column[i];
            sizes[i] += Double.isNaN(part) ? 0 : StrictMath.abs(part);
            sums[i] += renormalise && Double.isNaN(column[i]) ? 0 : part;
        }
    }

    private void addPresent(double[] present, boolean[] any, double share, double... column) {
        for (int i = 0; i < present.length; i++) {
            if (!renormalise || !Double.isNaN(column[i])) {
                present[i] += share;
                any[i] = true;
            }
        }
    }

    /** The combined value of the numbers of one space, unrounded; {@code NaN} where it cannot be formed. */
    double of(double... numbers) {
        return folds ? folded(numbers) : summed(numbers);
    }

    private double summed(double... numbers) {
        double sum = 0;
        double present = 0;
        boolean any = false;
        for (int c = 0; c < shares.length; c++) {
            if (usable[c] && !(renormalise && Double.isNaN(numbers[c]))) {
                sum += additive ? shares[c] * numbers[c] : part(index, shares[c], numbers[c]);
                present += shares[c];
                any = true;
            }
        }
        double combined = renormalise ? sum * (all / present) : sum;
        return any ? whole(index, combined) : Double.NaN;
    }

    private double folded(double... numbers) {
        double folded = Double.NaN;
        boolean any = false;
        for (int c = 0; c < shares.length; c++) {
            double x = numbers[c];
            if (usable[c] && !(renormalise && Double.isNaN(x))) {
                folded = !any
                        ? x
                        : switch (index.combine()) {
                            case MAXIMUM -> Math.max(folded, x);
                            case MINIMUM -> Math.min(folded, x);
                            default -> folded * x;
                        };
                any = true;
            }
        }
        return folded;
    }

    /**
     * What a component adds to the sum of an index: of a geometric mean to its logarithm, which is infinite where a
     * component is 0; of a harmonic mean to its inverse; of a power mean to its power.
     */
    static double part(Index index, double share, double x) {
        if (index.combine().additive()) {
            return share * x;
        }
        return share == 0 ? 0 : share * inside(index, x);
    }

    /** A number as means other than the arithmetic one sum it; {@code NaN} for negative ones. */
    static double inside(Index index, double x) {
        return switch (index.combine()) {
            case GEOMETRIC_MEAN -> StrictMath.log(x);
            case HARMONIC_MEAN -> x < 0 ? Double.NaN : 1 / (x + 0.0);
            case POWER_MEAN -> x < 0 ? Double.NaN : StrictMath.pow(x + 0.0, index.power());
            default -> x;
        };
    }

    /** The index that a sum of parts stands for. */
    static double whole(Index index, double sum) {
        return switch (index.combine()) {
            case GEOMETRIC_MEAN -> StrictMath.exp(sum);
            case HARMONIC_MEAN -> 1 / sum;
            case POWER_MEAN -> StrictMath.pow(sum, 1 / index.power());
            default -> sum;
        };
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
