package de.quartierwerk.classification.method;

/** Compares numbers as decimals: 0.1 + 0.2 and 0.3 differ by the rounding of their computation only. */
public final class Decimals {
    /** A difference that is smaller in proportion to the numbers comes from rounding: 12 digits count. */
    static final double NOISE = 1e-12;

    /** Whether two numbers agree in 12 digits. */
    public static boolean same(double a, double b) {
        return a == b || StrictMath.abs(a - b) <= NOISE * StrictMath.min(StrictMath.abs(a), StrictMath.abs(b));
    }

    /** a - b, exactly 0 where they are the same. */
    static double difference(double a, double b) {
        return same(a, b) ? 0 : a - b;
    }

    private Decimals() {}
}
