package de.quartierwerk.kit.web;

import java.math.BigDecimal;

/** What counts as a decimal in requests. */
public final class Decimal {

    private static final int DIGITS = 100;

    private Decimal() {}

    /** Whether it has at most a hundred digits before and after the point. */
    public static boolean isOrdinary(BigDecimal number) {
        return number.scale() <= DIGITS && (long) number.precision() - number.scale() <= DIGITS;
    }

    /** Reads a parameter. */
    static BigDecimal parse(String text) {
        BigDecimal number = new BigDecimal(text);
        if (!isOrdinary(number)) {
            throw new NumberFormatException("out of range");
        }
        return number;
    }
}
