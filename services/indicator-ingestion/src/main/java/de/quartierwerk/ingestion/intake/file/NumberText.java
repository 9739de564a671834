package de.quartierwerk.ingestion.intake.file;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number as it stands in a cell.
 *
 * @param value the exact number, before a percent sign is applied
 * @param percent whether a percent sign followed it
 * @param limited whether it stood in parentheses, which German statistics use for values of limited certainty
 * @param ambiguous whether the one sign in it could group thousands or separate decimals, as in {@code 1.234}
 * @param flag letters behind it that tell its status, as in {@code 12,3 p}
 */
public record NumberText(
        BigDecimal value,
        boolean percent,
        boolean limited,
        boolean ambiguous,
        @Nullable String flag) {
    /** More digits than any statistic has; longer ones are refused before they cost time. */
    private static final int MOST_DIGITS = 38;

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char NARROW_NO_BREAK_SPACE = '\u202f';
    private static final char THIN_SPACE = '\u2009';
    private static final char MINUS_SIGN = '\u2212';
    private static final char EN_DASH = '\u2013';
    private static final char HYPHEN = '\u2010';

    /** What stands beside numbers for the currency. */
    private static final Pattern CURRENCY =
            Pattern.compile("(?:€|EUR|Euro)[ \\u00a0\\u202f]*|[ \\u00a0\\u202f]*(?:€|EUR|Euro)");

    private static final Pattern EXPONENT = Pattern.compile("(.*\\d[.,]?)[eE]([+-\\u2212]?\\d{1,3})");
    /** A blank and letters, one of those that German offices put right behind a number, or one in brackets. */
    private static final Pattern FLAG = Pattern.compile(
            "(.*[\\d)%])(?:[ \\u00a0\\u202f]+\\(?([a-zA-Z]{1,3})\\)?|\\(([a-z]{1,3})\\)|([prs])|[ \\u00a0\\u202f]*\\[([a-z])\\])");

    private static final int MOST_EXPONENT = 30;

    /** Reads a number in the given style; empty where the text is none. */
    public static Optional<NumberText> parse(String text, NumberStyle style) {
        Optional<NumberText> usual = usual(text, style);
        return usual.isPresent() || text.length() > 3 * MOST_DIGITS || !holdsDigit(text) ? usual : unusual(text, style);
    }

    private static boolean holdsDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static Optional<NumberText> usual(String text, NumberStyle style) {
        String rest = text.strip();
        boolean limited = rest.length() > 2 && rest.charAt(0) == '(' && rest.endsWith(")");
        if (limited) {
            rest = rest.substring(1, rest.length() - 1).strip();
        }
        boolean percent = rest.endsWith("%");
        if (percent) {
            rest = strip(rest.substring(0, rest.length() - 1));
        }
        if (rest.isEmpty() || rest.length() > 2 * MOST_DIGITS) {
            return Optional.empty();
        }
        return new Scan(rest, style)
                .number()
                .map(found -> new NumberText(found.value, percent, limited, found.unsure, null));
    }

    /** Numbers with a currency, a minus behind them, an exponent or a flag. */
    private static Optional<NumberText> unusual(String text, NumberStyle style) {
        Matcher currency = CURRENCY.matcher(text);
        if (currency.find()) {
            String without = currency.replaceFirst("").strip();
            return without.isEmpty() ? Optional.empty() : parse(without, style);
        }
        char last = text.charAt(text.length() - 1);
        if (text.length() > 1 && isMinus(last) && Character.isDigit(text.charAt(0))) {
            return usual('-' + strip(text.substring(0, text.length() - 1)), style);
        }
        Matcher exponent = EXPONENT.matcher(text);
        if (exponent.matches()) {
            return withExponent(exponent.group(1), exponent.group(2).replace('\u2212', '-'), style);
        }
        Matcher flag = FLAG.matcher(text);
        if (!flag.matches()) {
            return Optional.empty();
        }
        String letters = Stream.of(flag.group(2), flag.group(3), flag.group(4), flag.group(5))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return parse(flag.group(1), style)
                .filter(number -> number.flag == null)
                .map(number -> new NumberText(number.value, number.percent, number.limited, number.ambiguous, letters));
    }

    /** A mantissa whose sign can only be decimal, whatever the style: programs write exponents, not people. */
    private static Optional<NumberText> withExponent(String mantissa, String exponent, NumberStyle style) {
        int power = Integer.parseInt(exponent);
        if (Math.abs(power) > MOST_EXPONENT) {
            return Optional.empty();
        }
        NumberStyle plain = new NumberStyle(mantissa.indexOf(',') >= 0 ? ',' : '.', null);
        return usual(mantissa, plain)
                .or(() -> usual(mantissa, style))
                .map(number -> new NumberText(power(number.value, power), number.percent, number.limited, false, null));
    }

    private static BigDecimal power(BigDecimal number, int power) {
        BigDecimal scaled = number.scaleByPowerOfTen(power);
        return scaled.scale() < 0 ? scaled.setScale(0) : scaled;
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == MINUS_SIGN || c == EN_DASH || c == HYPHEN;
    }

    private static String strip(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == NO_BREAK_SPACE || c == NARROW_NO_BREAK_SPACE || c == THIN_SPACE;
    }

    private record Found(BigDecimal value, boolean unsure) {}

    /** One pass over the characters of a number. */
    private static final class Scan {
        private final String text;
        private final NumberStyle style;
        private final StringBuilder digits = new StringBuilder();
        private int groups;
        private char groupSign;
        private int digitsInGroup;
        private boolean fraction;
        private int count;

        Scan(String text, NumberStyle style) {
            this.text = text;
            this.style = style;
        }

        Optional<Found> number() {
            int start = sign();
            for (int i = start; i < text.length(); i++) {
                if (!accept(text.charAt(i))) {
                    return Optional.empty();
                }
            }
            boolean brokenGroup = groups > 0 && !fraction && digitsInGroup != 3;
            if (count == 0 || brokenGroup || count > MOST_DIGITS || digits.charAt(digits.length() - 1) == '.') {
                return Optional.empty();
            }
            return Optional.of(new Found(new BigDecimal(digits.toString()), unsure(start)));
        }

        /** Whether the other style reads another number: one point or comma, and three digits after it. */
        private boolean unsure(int start) {
            if (!fraction) {
                return groups == 1 && (groupSign == '.' || groupSign == ',');
            }
            int before = count - digitsInGroup;
            return style.grouping() != null
                    && groups == 0
                    && digitsInGroup == 3
                    && before >= 1
                    && before <= 3
                    && text.charAt(start) != '0';
        }

        private int sign() {
            char first = text.charAt(0);
            if (isMinus(first)) {
                digits.append('-');
                return 1;
            }
            return first == '+' ? 1 : 0;
        }

        private boolean accept(char c) {
            if (c >= '0' && c <= '9') {
                digits.append(c);
                digitsInGroup++;
                count++;
                return true;
            }
            if (fraction) {
                return false;
            }
            if (c == style.decimal()) {
                return startFraction();
            }
            return isGrouping(c) && startGroup(c);
        }

        private boolean startFraction() {
            if (groups > 0 && digitsInGroup != 3) {
                return false;
            }
            if (count == 0) {
                digits.append('0');
            }
            digits.append('.');
            fraction = true;
            digitsInGroup = 0;
            return true;
        }

        private boolean startGroup(char c) {
            boolean firstGroup = groups == 0;
            boolean zero = firstGroup && count == 1 && digits.charAt(digits.length() - 1) == '0';
            boolean wellFormed = firstGroup ? digitsInGroup >= 1 && digitsInGroup <= 3 && !zero : digitsInGroup == 3;
            if (!wellFormed || (!firstGroup && c != groupSign)) {
                return false;
            }
            groups++;
            groupSign = c;
            digitsInGroup = 0;
            return true;
        }

        private boolean isGrouping(char c) {
            if (style.grouping() != null && c == style.grouping()) {
                return true;
            }
            return isBlank(c) || c == '\'' || c == '\u2019';
        }
    }
}
