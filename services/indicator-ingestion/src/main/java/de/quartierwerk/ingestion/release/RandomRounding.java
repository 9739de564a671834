package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Lots;
import de.quartierwerk.disclosure.SpaceHierarchy;
import de.quartierwerk.ingestion.catalogue.NoiseProtection;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Rounds counts to multiples of a base, up or down by lot (zufällige Rundung), so that on average they stay what they
 * are. A lot belongs to indicator, day and space: the same count is always rounded the same way, and delivering it
 * again tells nobody more. Only rounded counts are stored as values.
 */
final class RandomRounding {
    private static final BigDecimal LOTS = new BigDecimal(BigInteger.ONE.shiftLeft(Long.SIZE));

    private final BigDecimal base;
    private final Lots lots;

    RandomRounding(NoiseProtection protection, byte[] secret, Group group, SpaceHierarchy spaces) {
        this.base = protection.deviation().setScale(0, RoundingMode.DOWN).add(BigDecimal.ONE);
        this.lots = Lots.keyed(secret, number -> "rounding\n" + group.indicator() + '\n' + group.periodEnd(), spaces);
    }

    /** The count as it is published. */
    BigDecimal round(BigDecimal count, int space) {
        BigDecimal[] parts = count.divideAndRemainder(base);
        BigDecimal rest = parts[1].abs();
        BigDecimal lot = new BigDecimal(Long.toUnsignedString(lots.of(0, space)));
        boolean up = lot.multiply(base).compareTo(rest.multiply(LOTS)) < 0;
        BigDecimal multiple = parts[0].abs().add(up ? BigDecimal.ONE : BigDecimal.ZERO);
        BigDecimal rounded = multiple.multiply(base).setScale(0, RoundingMode.HALF_UP);
        return count.signum() < 0 ? rounded.negate() : rounded;
    }
}
