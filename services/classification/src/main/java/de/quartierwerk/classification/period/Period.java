package de.quartierwerk.classification.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period (Berichtszeitraum): {@code 2023}, {@code 2023-S1}, {@code 2023-Q3}, {@code 2023-06}, a school year
 * {@code 2022/23} or a reference date {@code 2023-12-31}.
 *
 * @param text as it was written
 * @param first first day
 * @param last last day
 * @param months length in months; 0 for a reference date
 */
public record Period(String text, LocalDate first, LocalDate last, int months) {
    private static final Pattern FORM =
            Pattern.compile("(\\d{4})(?:-S([12])|-Q([1-4])|-(\\d{2})-(\\d{2})|-(\\d{2})|/(\\d{2}))?");
    private static final int SCHOOL_YEAR_BEGINS = 8;

    /** Reads a period; empty where the text is none. */
    public static Optional<Period> parse(String text) {
        Matcher form = text == null ? null : FORM.matcher(text);
        if (form == null || !form.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(form.group(1));
        try {
            if (form.group(2) != null) {
                return Optional.of(of(text, year, 1 + 6 * (Integer.parseInt(form.group(2)) - 1), 6));
            } else if (form.group(3) != null) {
                return Optional.of(of(text, year, 1 + 3 * (Integer.parseInt(form.group(3)) - 1), 3));
            } else if (form.group(4) != null) {
                LocalDate day = LocalDate.of(year, Integer.parseInt(form.group(4)), Integer.parseInt(form.group(5)));
                return Optional.of(new Period(text, day, day, 0));
            } else if (form.group(6) != null) {
                return Optional.of(of(text, year, Integer.parseInt(form.group(6)), 1));
            } else if (form.group(7) != null) {
                boolean next = Integer.parseInt(form.group(7)) == (year + 1) % 100;
                return next ? Optional.of(of(text, year, SCHOOL_YEAR_BEGINS, 12)) : Optional.empty();
            }
            return Optional.of(of(text, year, 1, 12));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Period of(String text, int year, int month, int months) {
        LocalDate first = LocalDate.of(year, month, 1);
        return new Period(text, first, first.plusMonths(months).minusDays(1), months);
    }

    /** First day of the period {@code lag} periods before; a reference date goes back by years. */
    public LocalDate firstBefore(int lag) {
        return months == 0 ? first.minusYears(lag) : first.minusMonths((long) months * lag);
    }

    /** Last day of the period {@code lag} periods before. */
    public LocalDate lastBefore(int lag) {
        return months == 0 ? last.minusYears(lag) : firstBefore(lag - 1).minusDays(1);
    }

    /** Whether a reference date lies in the period {@code lag} periods before. */
    public boolean includes(LocalDate day, int lag) {
        return !day.isBefore(firstBefore(lag)) && !day.isAfter(lastBefore(lag));
    }
}
