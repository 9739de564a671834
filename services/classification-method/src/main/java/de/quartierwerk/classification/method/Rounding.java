package de.quartierwerk.classification.method;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Rounding of published numbers. */
public final class Rounding {
    /** Decimals of every number that leaves the service. */
    public static final int DECIMALS = 10;

    private static final MathContext THIRTEEN_DIGITS = new MathContext(13, RoundingMode.HALF_EVEN);
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

    /**
     * {@code x} rounded half away from 0 to some decimals, as spreadsheets do. What differs in the 13th digit only is
     * the same number: 0.5495 that was computed as 0.54949999999999999 becomes 0.55.
     */
    static double toDecimals(double x, int decimals) {
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            return x;
        }
        return new BigDecimal(x)
                        .round(THIRTEEN_DIGITS)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .doubleValue()
                + 0.0;
    }

    private Rounding() {}
}
