package de.quartierwerk.ingestion.intake.file;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number as it stands in a cell.
 *
 * @param value the exact number, before a percent sign is applied
 * @param percent whether a percent sign followed it
 * @param limited whether it stood in parentheses, which German statistics use for values of limited certainty
 * @param ambiguous whether the one sign in it could group thousands or separate decimals, as in {@code 1.234}
 */
public record NumberText(BigDecimal value, boolean percent, boolean limited, boolean ambiguous) {
    /** More digits than any statistic has; longer ones are refused before they cost time. */
    private static final int MOST_DIGITS = 38;

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char NARROW_NO_BREAK_SPACE = '\u202f';
    private static final char THIN_SPACE = '\u2009';
    private static final char MINUS_SIGN = '\u2212';

    /** Reads a number in the given style; empty where the text is none. */
    public static Optional<NumberText> parse(String text, NumberStyle style) {
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
        return new Scan(rest, style).number().map(found -> new NumberText(found.value, percent, limited, found.unsure));
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
            if (first == '-' || first == MINUS_SIGN) {
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
