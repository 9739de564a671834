package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Reason;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The latest revision of a value.
 *
 * @param indicator indicator code
 * @param space space key
 * @param value exact value
 * @param numerator exact numerator
 * @param denominator exact denominator
 * @param status exact status
 * @param publicStatus status that the public sees
 * @param suppression why the public does not see it
 * @param revision its revision
 * @param origin what it comes from if from no file
 */
record Known(
        String indicator,
        String space,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        String status,
        String publicStatus,
        @Nullable String suppression,
        int revision,
        @Nullable String origin) {

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

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.compareTo(b) == 0;
    }
}
