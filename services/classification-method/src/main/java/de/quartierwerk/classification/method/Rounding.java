package de.quartierwerk.classification.method;

import org.jspecify.annotations.Nullable;

/** Rounding of published numbers. */
public final class Rounding {
    /** Decimals of every number that leaves the service. */
    public static final int DECIMALS = 10;

    private static final double SCALE = 1e10;
    private static final double EXACT_BELOW = 9e5;

    /** {@code x} rounded half to even to {@link #DECIMALS} decimals; missing and large numbers stay as they are. */
    public static double round(double x) {
        if (!(StrictMath.abs(x) < EXACT_BELOW)) {
            return x;
        }
        return StrictMath.rint(x * SCALE) / SCALE + 0.0;
    }

    /** {@code x} rounded; null where it is missing or not finite. */
    public static @Nullable Double orNull(double x) {
        return Double.isNaN(x) || Double.isInfinite(x) ? null : (Double) round(x);
    }

    private Rounding() {}
}
