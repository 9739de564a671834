package de.quartierwerk.events;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A period (Berichtszeitraum): {@code 2023}, {@code 2023-S1}, {@code 2023-Q3}, {@code 2023-06}, a week {@code 2023-W05}
 * (Monday to Sunday, ISO 8601), a school year {@code 2022/23} (1 August to 31 July) or a reference date
 * {@code 2023-12-31}.
 *
 * @param text the written form, which identifies the period
 * @param first first day
 * @param last last day
 */
public record Period(String text, LocalDate first, LocalDate last) {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})(?:-S([12])|-Q([1-4])|-(\\d{2})(?:-(\\d{2}))?|/(\\d{2})|-W(\\d{2}))?");
    private static final int SCHOOL_YEAR_BEGINS = 8;

    /** Reads a written period; empty where the text is none or names a day that does not exist. */
    public static Optional<Period> parse(@Nullable String text) {
        Matcher written = text == null ? null : WRITTEN.matcher(text.strip());
        if (written == null || !written.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(written.group(1));
        try {
            return year == 0 ? Optional.empty() : read(written.group(), year, written);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Period> read(String text, int year, Matcher written) {
        if (written.group(2) != null) {
            return Optional.of(months(text, year, number(written, 2) * 6 - 5, 6));
        }
        if (written.group(3) != null) {
            return Optional.of(months(text, year, number(written, 3) * 3 - 2, 3));
        }
        if (written.group(7) != null) {
            return week(text, year, number(written, 7));
        }
        if (written.group(5) != null) {
            LocalDate day = LocalDate.of(year, number(written, 4), number(written, 5));
            return Optional.of(new Period(text, day, day));
        }
        if (written.group(4) != null) {
            return Optional.of(months(text, year, number(written, 4), 1));
        }
        if (written.group(6) != null) {
            boolean following = (year + 1) % 100 == number(written, 6);
            return following ? Optional.of(months(text, year, SCHOOL_YEAR_BEGINS, 12)) : Optional.empty();
        }
        return Optional.of(months(text, year, 1, 12));
    }

    private static Optional<Period> week(String text, int year, int week) {
        LocalDate thursday = LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 1)
                .with(DayOfWeek.THURSDAY)
                .plusWeeks(week - 1L);
        boolean ofTheYear = week > 0 && thursday.getYear() == year;
        return ofTheYear
                ? Optional.of(new Period(text, thursday.minusDays(3), thursday.plusDays(3)))
                : Optional.empty();
    }

    private static int number(Matcher written, int group) {
        return Integer.parseInt(written.group(group));
    }

    private static Period months(String text, int year, int month, int count) {
        LocalDate first = LocalDate.of(year, month, 1);
        return new Period(text, first, first.plusMonths(count).minusDays(1));
    }

    /** Length in months; 0 for a reference date and a week. */
    public int months() {
        return (int) ChronoUnit.MONTHS.between(first, last.plusDays(1));
    }

    /** First day of the period {@code lag} periods before; a reference date goes back by years. */
    public LocalDate firstBefore(int lag) {
        if (isWeek()) {
            return first.minusWeeks(lag);
        }
        return months() == 0 ? first.minusYears(lag) : first.minusMonths((long) months() * lag);
    }

    /** Last day of the period {@code lag} periods before. */
    public LocalDate lastBefore(int lag) {
        if (isWeek()) {
            return last.minusWeeks(lag);
        }
        return months() == 0 ? last.minusYears(lag) : firstBefore(lag - 1).minusDays(1);
    }

    private boolean isWeek() {
        return months() == 0 && !first.equals(last);
    }

    /** Whether a reference date lies in the period {@code lag} periods before. */
    public boolean includes(LocalDate day, int lag) {
        return !day.isBefore(firstBefore(lag)) && !day.isAfter(lastBefore(lag));
    }

    /**
     * The day to which a value of this period refers: the given day of the year where it lies within the period, else
     * the period's last day.
     *
     * @param dayOfYear day as {@code --12-31}; null for the last day
     */
    public LocalDate referenceDate(@Nullable String dayOfYear) {
        if (dayOfYear == null) {
            return last;
        }
        MonthDay day = MonthDay.parse(dayOfYear);
        LocalDate inFirstYear = day.atYear(first.getYear());
        LocalDate candidate = inFirstYear.isBefore(first) ? day.atYear(last.getYear()) : inFirstYear;
        return candidate.isBefore(first) || candidate.isAfter(last) ? last : candidate;
    }

    @Override
    public String toString() {
        return text;
    }
}
