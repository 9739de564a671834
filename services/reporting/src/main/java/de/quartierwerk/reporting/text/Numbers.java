package de.quartierwerk.reporting.text;

import de.quartierwerk.events.ValueStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Writes numbers as official statistics do: decimal sign and grouping of the language, a true minus sign, and the
 * disclosure marks in place of values that are not shown.
 */
public final class Numbers {
    /** The value is kept secret, or its size is unknown. */
    public static final String SUPPRESSED = ".";
    /** Exactly nothing. */
    public static final String ZERO = "-";
    /** The value is too unreliable to be shown. */
    public static final String UNRELIABLE = "/";
    /** There is no value, or one would mean nothing. */
    public static final String MISSING = "x";
    /** The value is limited in what it says; it stands in brackets. */
    public static final String LIMITED = "( )";

    private static final BigDecimal SQUARE_METRES_PER_SQUARE_KILOMETRE = new BigDecimal(1_000_000);

    private final DecimalFormatSymbols symbols;

    Numbers(Locale locale) {
        this.symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setMinusSign('\u2212');
    }

    /**
     * The mark that stands for a public value or goes with it, or null where the value is shown as it is.
     *
     * @param value public value, null where there is none
     * @param status one of {@link ValueStatus}
     * @param kind kind of the indicator; the zero of an index is a number like any other
     */
    public static String mark(BigDecimal value, String status, String kind) {
        if (ValueStatus.SUPPRESSED.equals(status)) {
            return SUPPRESSED;
        }
        if (ValueStatus.UNRELIABLE.equals(status)) {
            return UNRELIABLE;
        }
        if (value == null || ValueStatus.MISSING.equals(status)) {
            return MISSING;
        }
        if (value.signum() == 0 && !"index".equals(kind)) {
            return ZERO;
        }
        return ValueStatus.ESTIMATED.equals(status) ? LIMITED : null;
    }

    /** Whether a number goes with a mark: there is none, or it says that the number is zero or limited. */
    public static boolean isShown(String mark) {
        return mark == null || mark.equals(ZERO) || mark.equals(LIMITED);
    }

    /** A public value for people: its mark, or the number with the decimals that fit kind and unit. */
    public String value(BigDecimal value, String status, String kind, String unit) {
        String mark = mark(value, status, kind);
        if (mark == null) {
            return decimal(value, decimals(value, kind, unit));
        }
        return LIMITED.equals(mark) ? "(" + decimal(value, decimals(value, kind, unit)) + ")" : mark;
    }

    /** Decimals to show: none for counts, one for percentages and means, two for indices, else at most two. */
    static int decimals(BigDecimal value, String kind, String unit) {
        if ("percent".equals(unit) || "mean".equals(kind)) {
            return 1;
        }
        if ("count".equals(kind)) {
            return 0;
        }
        return "index".equals(kind)
                ? 2
                : Math.max(0, Math.min(2, value.stripTrailingZeros().scale()));
    }

    /** A number rounded half up to so many decimals, with grouping. */
    public String decimal(BigDecimal value, int decimals) {
        DecimalFormat format = new DecimalFormat(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals), symbols);
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        return format.format(rounded.signum() == 0 ? rounded.abs() : rounded);
    }

    public String count(long value) {
        return decimal(BigDecimal.valueOf(value), 0);
    }

    /** An index value with two decimals, or the suppression mark where it is withheld. */
    public String index(BigDecimal value) {
        return value == null ? SUPPRESSED : decimal(value, 2);
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
