package de.quartierwerk.reporting.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The middle of numbers. */
public final class Medians {
    private static final BigDecimal TWO = new BigDecimal(2);

    /**
     * The exact median: the middle number in order of size, or half the sum of the two in the middle.
     *
     * @return null without a number
     */
    public static @Nullable BigDecimal of(List<BigDecimal> numbers) {
        if (numbers.isEmpty()) {
            return null;
        }
        List<BigDecimal> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(TWO);
    }

    private Medians() {}
}
