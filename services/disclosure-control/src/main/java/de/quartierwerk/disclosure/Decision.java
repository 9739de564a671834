package de.quartierwerk.disclosure;

import java.math.BigDecimal;

/**
 * What the public may see of a value.
 *
 * @param reason why it is suppressed, or null where it is not
 * @param rounded the value as the public sees it where that differs from the exact one, else null; with it, numerator
 *     and denominator are not public
 */
public record Decision(Reason reason, BigDecimal rounded) {
    /** Whether the public does not see the value. */
    public boolean suppressed() {
        return reason != null;
    }
}
