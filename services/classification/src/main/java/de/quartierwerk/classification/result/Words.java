package de.quartierwerk.classification.result;

import de.quartierwerk.kit.problem.Messages;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;

/**
 * Texts and numbers in a reader's language.
 *
 * @param messages the texts
 * @param locale the language
 * @param indicators names of indicators by code
 * @param spaces names of spaces by key
 */
record Words(Messages messages, Locale locale, Map<String, String> indicators, Map<String, String> spaces) {
    private static final double WHOLE_FROM = 1000;
    private static final double SHORT_FROM = 10;

    String text(String code, Object... arguments) {
        return messages.title(locale, code, arguments);
    }

    String indicator(String code) {
        return indicators.getOrDefault(code, code);
    }

    /** Name of a larger area; {@code all} means all spaces of the run. */
    String space(String key) {
        return key.equals("all") ? text("explanation.all-spaces") : spaces.getOrDefault(key, key);
    }

    /** A number as people write it: with fewer decimals the larger it is. */
    String number(double x) {
        double size = Math.abs(x);
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        format.setMaximumFractionDigits(size >= WHOLE_FROM ? 0 : size >= SHORT_FROM ? 2 : 4);
        return format.format(x == 0 ? 0.0 : x);
    }

    /** A number with its sign, also where it is positive. */
    String signed(double x) {
        return x > 0 ? "+" + number(x) : number(x);
    }
}
