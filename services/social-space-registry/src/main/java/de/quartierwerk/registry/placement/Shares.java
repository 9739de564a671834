package de.quartierwerk.registry.placement;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Areas and shares as findings name them. */
final class Shares {
    private Shares() {}

    /** Square metres without decimals. */
    static String metres(double squareMetres) {
        return BigDecimal.valueOf(squareMetres)
                .setScale(0, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** A share in percent with two decimals at most. */
    static String percent(double share) {
        return BigDecimal.valueOf(100 * share)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
