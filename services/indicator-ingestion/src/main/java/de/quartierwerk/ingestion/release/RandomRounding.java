package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Lots;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.NoiseProtection;
import de.quartierwerk.ingestion.space.SpaceTree;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Rounds counts to multiples of a base, up or down by lot (zufällige Rundung), so that on average they stay what they
 * are. A lot belongs to figure, day and space: the same count is always rounded the same way, and delivering it again
 * tells nobody more. Only rounded counts are stored as values.
 */
final class RandomRounding implements UnaryOperator<Figure> {
    private static final BigDecimal LOTS = new BigDecimal(BigInteger.ONE.shiftLeft(Long.SIZE));

    private final BigDecimal base;
    private final Lots lots;
    private final SpaceTree spaces;

    /** @param figure name of the figure, see {@link #figure} */
    RandomRounding(NoiseProtection protection, byte[] secret, String figure, Group group, SpaceTree spaces) {
        this.spaces = spaces;
        this.base = protection.deviation().setScale(0, RoundingMode.DOWN).add(BigDecimal.ONE);
        this.lots = Lots.keyed(secret, number -> "rounding\n" + figure + '\n' + group.periodEnd(), spaces);
    }

    /** The first code of those that show the same figure: rounded in two ways, it would be narrowed. */
    static String figure(String code, Map<String, Indicator> catalogue) {
        SortedSet<String> same = new TreeSet<>();
        boolean grown = same.add(code);
        while (grown) {
            grown = false;
            for (Indicator indicator : catalogue.values()) {
                String other = indicator.definition().relations().sameFigureAs();
                if (other != null && (same.contains(other) || same.contains(indicator.code()))) {
                    grown |= same.add(other);
                    grown |= same.add(indicator.code());
                }
            }
        }
        return same.first();
    }

    @Override
    public Figure apply(Figure figure) {
        BigDecimal count = figure.value();
        int space = spaces.number(figure.space());
        return count == null || space < 0 ? figure : figure.with(round(count, space));
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
