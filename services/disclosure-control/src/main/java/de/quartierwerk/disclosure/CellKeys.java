package de.quartierwerk.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Changes counts by cell keys (Cell-Key-Methode): the key of a count, a number from 0 to below 1 that depends on the
 * cases counted, chooses from a table by how much the count is changed. The same cases are changed the same way
 * wherever they are counted.
 *
 * <p>Each row of the table is the distribution of maximum entropy among those that change nothing on average, have the
 * variance and the maximum deviation that are stated, and lead to no number from 1 to one less than the minimum. Where
 * a small count cannot have that variance it has the nearest possible one. Zero stays zero. Giessing, <em>Computational
 * Issues in the Design of Transition Probabilities and Disclosure Risk Estimation for Additive Noise</em>, 2016; Fraser
 * and Wooton, <em>A Proposed Method for Confidentialising Tabular Output to Protect Against Differencing</em>, 2005.
 */
public final class CellKeys {
    private static final int ROUNDS = 80;
    private static final double STEEPEST = 60;
    private static final double TINY = 1e-9;

    private final int deviation;
    /** For each count, the probabilities of changes from the least on, added up; the last row is that of all others. */
    private final double[][] table;

    /**
     * Makes the table.
     *
     * @param deviation by how much a count may be changed at most
     * @param variance variance of the changes
     * @param minimum the least count above zero that is published; at most the deviation plus 1
     */
    public CellKeys(int deviation, double variance, int minimum) {
        if (deviation < minimum - 1) {
            throw new IllegalArgumentException("No change of " + deviation + " leads from 1 to 0 or " + minimum);
        }
        this.deviation = deviation;
        this.table = new double[deviation + minimum + 1][];
        for (int count = 0; count < table.length; count++) {
            table[count] = added(row(count, variance, minimum));
        }
    }

    /**
     * The count as it is published; one with decimals is rounded first.
     *
     * @param key from 0 to below 1
     */
    public BigDecimal changed(BigDecimal count, BigDecimal key) {
        BigDecimal whole = count.abs().setScale(0, RoundingMode.HALF_UP);
        double[] row = table[whole.min(BigDecimal.valueOf(table.length - 1L)).intValue()];
        double chosen = key.doubleValue();
        int change = 0;
        while (change < row.length - 1 && row[change] <= chosen) {
            change++;
        }
        BigDecimal published = whole.add(BigDecimal.valueOf((long) change - deviation));
        return count.signum() < 0 ? published.negate() : published;
    }

    /** The probabilities of the changes of a count, from the least change on. */
    double[] probabilities(int count) {
        double[] row = table[Math.min(count, table.length - 1)].clone();
        for (int i = row.length - 1; i > 0; i--) {
            row[i] -= row[i - 1];
        }
        return row;
    }

    private static double[] added(double[] row) {
        double[] sums = row.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    private double[] row(int count, double variance, int minimum) {
        int[] changes = possible(count, minimum);
        double[] found = new double[2 * deviation + 1];
        if (changes.length == 1) {
            found[deviation + changes[0]] = 1;
            return found;
        }
        double below =
                Arrays.stream(changes).filter(change -> change <= 0).max().orElseThrow();
        double above =
                Arrays.stream(changes).filter(change -> change >= 0).min().orElseThrow();
        double least = -below * above;
        double most = -(double) changes[0] * changes[changes.length - 1];
        if (variance <= least + TINY || variance >= most - TINY) {
            boolean narrow = variance <= least + TINY;
            balance(found, narrow ? (int) below : changes[0], narrow ? (int) above : changes[changes.length - 1]);
            return found;
        }
        double low = -STEEPEST;
        double high = STEEPEST;
        double[] row = found;
        for (int round = 0; round < ROUNDS; round++) {
            double bend = (low + high) / 2;
            row = centred(changes, bend);
            if (moment(row, 2) < variance) {
                low = bend;
            } else {
                high = bend;
            }
        }
        return row;
    }

    /** The changes that lead from a count to zero or to the minimum and more. */
    private int[] possible(int count, int minimum) {
        return IntStream.rangeClosed(-deviation, deviation)
                .filter(change -> count == 0 ? change == 0 : count + change == 0 || count + change >= minimum)
                .toArray();
    }

    /** Two changes that nothing changes on average. */
    private void balance(double[] row, int below, int above) {
        double width = (double) above - below;
        row[deviation + below] += width == 0 ? 1 : above / width;
        row[deviation + above] += width == 0 ? 0 : -below / width;
    }

    /** The distribution exp(a d + b d²) whose mean is 0, for a given b. */
    private double[] centred(int[] changes, double bend) {
        double low = -STEEPEST * (1 + 2 * deviation);
        double high = -low;
        double[] row = {};
        for (int round = 0; round < ROUNDS; round++) {
            double slope = (low + high) / 2;
            row = exponential(changes, slope, bend);
            if (moment(row, 1) < 0) {
                low = slope;
            } else {
                high = slope;
            }
        }
        return row;
    }

    private double[] exponential(int[] changes, double slope, double bend) {
        double[] row = new double[2 * deviation + 1];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int change : changes) {
            greatest = Math.max(greatest, slope * change + bend * change * change);
        }
        double sum = 0;
        for (int change : changes) {
            double weight = StrictMath.exp(slope * change + bend * change * change - greatest);
            row[deviation + change] = weight;
            sum += weight;
        }
        for (int i = 0; i < row.length; i++) {
            row[i] /= sum;
        }
        return row;
    }

    private double moment(double[] row, int power) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * (power == 1 ? i - deviation : (double) (i - deviation) * (i - deviation));
        }
        return sum;
    }
}
