package de.quartierwerk.ingestion.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How units relate a numerator to its denominator. Pure functions. */
public final class Units {
    /** Decimals of a computed ratio before trailing zeros are dropped. */
    private static final int DECIMALS = 12;

    private static final Map<String, BigDecimal> FACTORS = Map.of(
            "percent", BigDecimal.valueOf(100),
            "%", BigDecimal.valueOf(100),
            "permille", BigDecimal.valueOf(1000),
            "‰", BigDecimal.valueOf(1000),
            "share", BigDecimal.ONE,
            "ratio", BigDecimal.ONE,
            "1", BigDecimal.ONE);
    private static final Set<String> SHARES = Set.of("percent", "%", "permille", "‰", "share", "ratio", "1");
    private static final Pattern PER = Pattern.compile("per-(1\\d{0,8})");

    private Units() {}

    /**
     * By what numerator / denominator is multiplied: 100 for percent, 1000 for {@code per-1000}, 1 for a share or
     * anything written as {@code a/b} or {@code per-b}, and 100 for every other unit.
     */
    public static BigDecimal factor(String unit) {
        BigDecimal known = FACTORS.get(unit);
        if (known != null) {
            return known;
        }
        Matcher per = PER.matcher(unit);
        if (per.matches()) {
            return new BigDecimal(per.group(1));
        }
        return unit.startsWith("per-") || unit.contains("/") ? BigDecimal.ONE : BigDecimal.valueOf(100);
    }

    /** Whether the unit says that the numerator is a part of the denominator. */
    public static boolean isShare(String unit) {
        return SHARES.contains(unit);
    }

    /** numerator / denominator in the unit, rounded half up; null where the denominator is 0 or a part is missing. */
    public static @Nullable BigDecimal ratio(
            @Nullable BigDecimal numerator, @Nullable BigDecimal denominator, String unit) {
        if (numerator == null || denominator == null || denominator.signum() == 0) {
            return null;
        }
        return quotient(numerator.multiply(factor(unit)), denominator);
    }

    /** dividend / divisor, which is not 0, rounded half up. */
    public static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return tidy(dividend.divide(divisor, DECIMALS, RoundingMode.HALF_UP));
    }

    /** sum / number, rounded half up; null where the number is 0 or a part is missing. */
    public static @Nullable BigDecimal mean(@Nullable BigDecimal sum, @Nullable BigDecimal number) {
        return ratio(sum, number, "1");
    }

    /**
     * A number with a percent sign in the unit: {@code 53.40%} is 53.40 percent and a share of 0.534; null in a unit
     * that no percentage can be turned into.
     */
    public static @Nullable BigDecimal fromPercent(BigDecimal number, String unit) {
        if (!isShare(unit)) {
            return null;
        }
        BigDecimal factor = factor(unit);
        if (factor.compareTo(BigDecimal.valueOf(100)) == 0) {
            return number;
        }
        return number.multiply(factor).movePointLeft(2);
    }

    /** Without trailing zeros behind the decimal sign. */
    public static BigDecimal tidy(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
