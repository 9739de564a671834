package de.quartierwerk.disclosure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the public may see of a value.
 *
 * @param reason why it is suppressed, if it is
 * @param rounded the value as the public sees it where that differs from the exact one; with it, numerator and
 *     denominator are not public
 */
public record Decision(@Nullable Reason reason, @Nullable BigDecimal rounded) {
    /** Whether the public does not see the value. */
    public boolean suppressed() {
        return reason != null;
    }
}
