package de.quartierwerk.classification.result;

import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.kit.problem.Messages;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts and numbers in a reader's language.
 *
 * @param messages the texts
 * @param locale the language
 * @param indicators indicators by code
 * @param spaces names of spaces by key
 */
record Words(Messages messages, Locale locale, Map<String, Indicator> indicators, Map<String, String> spaces) {
    private static final double WHOLE_FROM = 1000;
    private static final double SHORT_FROM = 10;
    private static final int MOST_DECIMALS = 10;
    private static final Set<String> PERCENT = Set.of("percent", "%");
    private static final Pattern PER = Pattern.compile("per-(1\\d{0,8})");

    String text(String code, @Nullable Object... arguments) {
        return messages.title(locale, code, arguments);
    }

    String indicator(String code) {
        return indicators.containsKey(code) ? indicators.get(code).name() : code;
    }

    /** Unit of an indicator's values; empty where it is not defined. */
    String unit(String code) {
        return indicators.containsKey(code) ? indicators.get(code).unit() : "";
    }

    /** Whether the values of an indicator are percentages. */
    boolean isPercent(String code) {
        return PERCENT.contains(unit(code));
    }

    /** numerator / denominator in the unit of an indicator: 152 persons/km2, 3.1 per-1000. */
    double inUnit(String code, double rate) {
        Matcher per = PER.matcher(unit(code));
        return rate
                * (per.matches() ? Double.parseDouble(per.group(1)) : unit(code).equals("permille") ? 1000 : 1);
    }

    /** Name of a larger area; {@code all} means all spaces of the run. */
    String space(String key) {
        return key.equals("all") ? text("explanation.all-spaces") : spaces.getOrDefault(key, key);
    }

    /** A number as people write it: with fewer decimals the larger it is. */
    String number(double x) {
        return number(x, decimals(x));
    }

    /** The same, with as many decimals as it takes to tell it from others that it is compared with. */
    String apart(double x, double... others) {
        int decimals = decimals(x);
        for (double other : others) {
            while (decimals < MOST_DECIMALS && other != x && number(x, decimals).equals(number(other, decimals))) {
                decimals++;
            }
        }
        return number(x, decimals);
    }

    private static int decimals(double x) {
        double size = Math.abs(x);
        return size >= WHOLE_FROM ? 0 : size >= SHORT_FROM ? 2 : 4;
    }

    private String number(double x, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        format.setMaximumFractionDigits(decimals);
        return format.format(x == 0 ? 0.0 : x);
    }

    /** A number with its sign, also where it is positive. */
    String signed(double x) {
        return (x > 0 ? "+" : "") + apart(x, 0);
    }
}
