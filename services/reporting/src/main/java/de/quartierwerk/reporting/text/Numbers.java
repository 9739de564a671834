package de.quartierwerk.reporting.text;

import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.ValueStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes numbers as official statistics do: decimal sign and grouping of the language, a true minus sign, and the
 * disclosure marks in place of values that are not shown.
 */
public final class Numbers {
    private static final BigDecimal SQUARE_METRES_PER_SQUARE_KILOMETRE = new BigDecimal(1_000_000);

    private final DecimalFormatSymbols symbols;

    Numbers(Locale locale) {
        this.symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setMinusSign('\u2212');
    }

    /** A public value for people: its mark, or the number with the decimals that fit kind and unit. */
    public String value(@Nullable BigDecimal value, ValueStatus status, @Nullable IndicatorKind kind, String unit) {
        Mark mark = Mark.of(value, status, kind);
        if (mark != null && mark != Mark.LIMITED) {
            return mark.sign();
        }
        BigDecimal number = Objects.requireNonNull(value);
        String text = decimal(number, decimals(number, kind, unit));
        return mark == Mark.LIMITED ? "(" + text + ")" : text;
    }

    /** Decimals to show: none for counts, one for percentages and means, two for indices, else at most two. */
    static int decimals(BigDecimal value, @Nullable IndicatorKind kind, String unit) {
        if ("percent".equals(unit) || kind == IndicatorKind.MEAN) {
            return 1;
        }
        if (kind == IndicatorKind.COUNT) {
            return 0;
        }
        return kind == IndicatorKind.INDEX
                ? 2
                : Math.max(0, Math.min(2, value.stripTrailingZeros().scale()));
    }

    /** A number rounded half up to so many decimals, with grouping. */
    public String decimal(BigDecimal value, int decimals) {
        DecimalFormat format = new DecimalFormat(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals), symbols);
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        return format.format(rounded.signum() == 0 ? rounded.abs() : rounded);
    }

    /** A whole number, e.g. {@code 1.234}. */
    public String count(long value) {
        return decimal(BigDecimal.valueOf(value), 0);
    }

    /** An index value with two decimals, or the suppression mark where it is withheld. */
    public String index(@Nullable BigDecimal value) {
        return value == null ? Mark.SUPPRESSED.sign() : decimal(value, 2);
    }

    /** An area in square kilometres, e.g. {@code 12,34 km²}. */
    public String area(BigDecimal squareMetres) {
        BigDecimal squareKilometres = squareMetres.divide(SQUARE_METRES_PER_SQUARE_KILOMETRE, 4, RoundingMode.HALF_UP);
        return decimal(squareKilometres, 2) + "\u00a0km²";
    }

    /** An amount of money, e.g. {@code 50.000,00 EUR}. */
    public String money(String amount, String currency) {
        return decimal(new BigDecimal(amount), 2) + "\u00a0" + currency;
    }
}
