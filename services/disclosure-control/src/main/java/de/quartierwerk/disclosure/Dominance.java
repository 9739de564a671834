package de.quartierwerk.disclosure;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a sum says too much of those who contribute most to it (Dominanzregel): where the n largest contributions are
 * more than k percent of the sum, or where the second largest contributor can estimate the largest contribution to less
 * than p percent. Hundepool et al., <em>Statistical Disclosure Control</em>, 2012, section 4.2.1.
 *
 * @param n number of the largest contributions; null where only p counts
 * @param k percent of the sum
 * @param p percent of the largest contribution; null where only n and k count
 */
public record Dominance(
        @Nullable Integer n,
        @Nullable BigDecimal k,
        @Nullable BigDecimal p) {
    private static final int OF_ESTIMATE = 2;

    /**
     * Whether a sum is dominated. A contribution of which nobody says how large it is counts as the most it can be: the
     * smallest that is known, or what remains of the sum.
     *
     * @param contributions the largest ones, in any order; at least one
     */
    public boolean dominates(BigDecimal sum, List<BigDecimal> contributions) {
        BigDecimal total = sum.abs();
        List<BigDecimal> largest = contributions.stream()
                .map(BigDecimal::abs)
                .sorted(Comparator.reverseOrder())
                .toList();
        boolean largestDominate =
                n != null && k != null && hundredfold(most(total, largest, n)).compareTo(k.multiply(total)) > 0;
        return largestDominate
                || (p != null
                        && hundredfold(total.subtract(most(total, largest, OF_ESTIMATE)))
                                        .compareTo(p.multiply(largest.get(0)))
                                < 0);
    }

    /** The most that so many of the largest contributions can add up to. */
    private static BigDecimal most(BigDecimal total, List<BigDecimal> largest, int count) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
            BigDecimal next = i < largest.size()
                    ? largest.get(i)
                    : largest.get(largest.size() - 1).min(total.subtract(sum).max(BigDecimal.ZERO));
            sum = sum.add(next);
        }
        return sum;
    }

    private static BigDecimal hundredfold(BigDecimal number) {
        return number.movePointRight(2);
    }
}
