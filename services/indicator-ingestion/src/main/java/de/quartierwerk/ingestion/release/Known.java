package de.quartierwerk.ingestion.release;

import java.math.BigDecimal;

/**
 * The latest revision of a value.
 *
 * @param indicator indicator code
 * @param space space key
 * @param value exact value, or null
 * @param numerator exact numerator, or null
 * @param denominator exact denominator, or null
 * @param status exact status
 * @param publicStatus status that the public sees
 * @param revision its revision
 */
record Known(
        String indicator,
        String space,
        BigDecimal value,
        BigDecimal numerator,
        BigDecimal denominator,
        String status,
        String publicStatus,
        int revision) {

    boolean sameAs(Figure figure) {
        return status.equals(figure.status())
                && same(value, figure.value())
                && same(numerator, figure.numerator())
                && same(denominator, figure.denominator());
    }

    private static boolean same(BigDecimal a, BigDecimal b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.compareTo(b) == 0;
    }
}
