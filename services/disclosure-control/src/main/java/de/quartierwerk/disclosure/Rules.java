package de.quartierwerk.disclosure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue and the installation demand for one indicator.
 *
 * @param measure kind of figure
 * @param minimumCount counts below it are suppressed, except zero
 * @param minimumDenominator shares of smaller groups are suppressed
 * @param sensitive whether nobody may learn that none or all of a group are concerned
 * @param publicDecimals decimals that the public may see; null for all
 * @param dominance when a sum says too much of its largest contributors; null where nobody asks for that
 * @param noisy whether the counts differ from the true ones, so that even a small one is no secret
 */
public record Rules(
        Measure measure,
        BigDecimal minimumCount,
        BigDecimal minimumDenominator,
        boolean sensitive,
        @Nullable Integer publicDecimals,
        @Nullable Dominance dominance,
        boolean noisy) {
    /** Rules for exact counts without dominance. */
    public Rules(
            Measure measure,
            BigDecimal minimumCount,
            BigDecimal minimumDenominator,
            boolean sensitive,
            @Nullable Integer publicDecimals) {
        this(measure, minimumCount, minimumDenominator, sensitive, publicDecimals, null, false);
    }
}
