package de.quartierwerk.reporting.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period (Berichtszeitraum) as the API writes it: {@code 2023}, {@code 2023-S1}, {@code 2023-Q3}, {@code 2023-06}, a
 * school year {@code 2022/23}, which runs from 1 August to 31 July, or a reference date {@code 2023-12-31}.
 *
 * @param code the period as written
 * @param start its first day
 * @param end its last day
 */
public record Period(String code, LocalDate start, LocalDate end) {
    private static final Pattern FORM =
            Pattern.compile("(\\d{4})(?:-S([12])|-Q([1-4])|/(\\d{2})|-(\\d{2})(?:-(\\d{2}))?)?");

    /**
     * Reads a period.
     *
     * @return empty where the text is none of the forms or names a day that does not exist
     */
    public static Optional<Period> parse(String text) {
        Matcher matcher = text == null ? null : FORM.matcher(text);
        if (matcher == null || !matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        try {
            return read(text, year, matcher);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Period> read(String text, int year, Matcher matcher) {
        if (matcher.group(2) != null) {
            return Optional.of(months(text, year, 6, Integer.parseInt(matcher.group(2))));
        }
        if (matcher.group(3) != null) {
            return Optional.of(months(text, year, 3, Integer.parseInt(matcher.group(3))));
        }
        if (matcher.group(4) != null) {
            boolean following = Integer.parseInt(matcher.group(4)) == (year + 1) % 100;
            LocalDate start = LocalDate.of(year, 8, 1);
            return following
                    ? Optional.of(new Period(text, start, start.plusYears(1).minusDays(1)))
                    : Optional.empty();
        }
        if (matcher.group(6) != null) {
            LocalDate day = LocalDate.of(year, Integer.parseInt(matcher.group(5)), Integer.parseInt(matcher.group(6)));
            return Optional.of(new Period(text, day, day));
        }
        if (matcher.group(5) != null) {
            return Optional.of(months(text, year, 1, Integer.parseInt(matcher.group(5))));
        }
        return Optional.of(months(text, year, 12, 1));
    }

    private static Period months(String text, int year, int length, int number) {
        YearMonth first = YearMonth.of(year, (number - 1) * length + 1);
        return new Period(text, first.atDay(1), first.plusMonths(length - 1L).atEndOfMonth());
    }

    /** The period in words, e.g. {@code 3. Quartal 2023} or {@code school year 2022/23}. */
    public String words(Locale locale) {
        boolean german = Words.isGerman(locale);
        if (code.indexOf('/') > 0) {
            return (german ? "Schuljahr " : "school year ") + code;
        }
        String[] parts = code.split("-", -1);
        if (parts.length == 1) {
            return code;
        }
        if (parts.length == 3) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(Words.regional(locale))
                    .format(end);
        }
        String number = parts[1].substring(1);
        return switch (parts[1].charAt(0)) {
            case 'S' -> german ? number + ". Halbjahr " + parts[0] : "half-year " + number + " of " + parts[0];
            case 'Q' -> german ? number + ". Quartal " + parts[0] : "quarter " + number + " of " + parts[0];
            default -> start.getMonth().getDisplayName(TextStyle.FULL, locale) + " " + parts[0];
        };
    }
}
