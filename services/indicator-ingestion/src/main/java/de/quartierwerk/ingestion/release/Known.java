package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Reason;
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
 * @param suppression why the public does not see it, or null
 * @param revision its revision
 * @param origin what it comes from if from no file, or null
 */
record Known(
        String indicator,
        String space,
        BigDecimal value,
        BigDecimal numerator,
        BigDecimal denominator,
        String status,
        String publicStatus,
        String suppression,
        int revision,
        String origin) {

    /** Whether it is suppressed for the sake of others only. */
    boolean protectsOthers() {
        return suppression != null
                && (suppression.equals(Reason.DERIVABLE.name())
                        || suppression.equals(Reason.DERIVABLE_DENOMINATOR.name()));
    }

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
