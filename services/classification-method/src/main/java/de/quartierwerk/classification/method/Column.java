package de.quartierwerk.classification.method;

import java.util.Arrays;

/**
 * The values of one indicator at one period, one position per space; {@code NaN} where there is none.
 *
 * <p>A position marked protected holds a value that must not be given away: it was suppressed for the public.
 */
public final class Column {
    private final double[] value;
    private final double[] numerator;
    private final double[] denominator;
    private final boolean[] guarded;
    private final boolean counts;

    /** A column of {@code size} positions without any value. */
    public Column(int size) {
        this(size, true);
    }

    /**
     * A column of {@code size} positions without any value.
     *
     * @param counts whether the values may be counts, so that one without a numerator is its own
     */
    public Column(int size, boolean counts) {
        this(nothing(size), nothing(size), nothing(size), new boolean[size], counts);
    }

    /** A column over arrays of equal length, which it takes over. */
    public Column(double[] value, double[] numerator, double[] denominator, boolean[] guarded) {
        this(value, numerator, denominator, guarded, true);
    }

    private Column(double[] value, double[] numerator, double[] denominator, boolean[] guarded, boolean counts) {
        this.value = value;
        this.numerator = numerator;
        this.denominator = denominator;
        this.guarded = guarded;
        this.counts = counts;
    }

    /** A column of bare values, none of them protected. */
    public static Column of(double... value) {
        return new Column(value, nothing(value.length), nothing(value.length), new boolean[value.length]);
    }

    /** The same values in arrays of its own. */
    public Column copy() {
        return new Column(value.clone(), numerator.clone(), denominator.clone(), guarded.clone(), counts);
    }

    /** Value at a position. */
    public double value(int position) {
        return value[position];
    }

    /** Numerator at a position. */
    public double numerator(int position) {
        return numerator[position];
    }

    /** Denominator at a position. */
    public double denominator(int position) {
        return denominator[position];
    }

    /** Count at a position: the numerator, or of counts the value where neither numerator nor denominator is known. */
    public double count(int position) {
        return counts && Double.isNaN(numerator[position]) && Double.isNaN(denominator[position])
                ? value[position]
                : numerator[position];
    }

    /** Whether the value at a position was suppressed for the public. */
    public boolean guarded(int position) {
        return guarded[position];
    }

    /** Sets one position. */
    public void set(int position, double newValue, double newNumerator, double newDenominator, boolean isGuarded) {
        value[position] = newValue;
        numerator[position] = newNumerator;
        denominator[position] = newDenominator;
        guarded[position] = isGuarded;
    }

    /** Number of positions. */
    public int size() {
        return value.length;
    }

    static double[] nothing(int size) {
        double[] x = new double[size];
        Arrays.fill(x, Double.NaN);
        return x;
    }
}
