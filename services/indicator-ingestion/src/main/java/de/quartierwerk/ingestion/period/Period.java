package de.quartierwerk.ingestion.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period (Berichtszeitraum) as people write it: {@code 2023}, {@code 2023-S1}, {@code 2023-Q3}, {@code 2023-06}, a
 * school year {@code 2022/23} or a reference date {@code 2023-12-31}.
 *
 * @param text the written form, which identifies the period
 * @param first first day
 * @param last last day
 */
public record Period(String text, LocalDate first, LocalDate last) {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})(?:-S([12])|-Q([1-4])|-(\\d{2})(?:-(\\d{2}))?|/(\\d{2}))?");
    private static final Pattern GERMAN_DAY = Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})");
    private static final List<Way> WAYS_IN_TABLES = List.of(
            way("(\\d{4})/\\d{2}(\\d{2})", "$1/$2"),
            way("(?:Schuljahr|SJ) +(\\d{4})/(?:\\d{2})?(\\d{2})", "$1/$2"),
            way("Q([1-4])[ /](\\d{4})", "$2-Q$1"),
            way("([1-4])\\. ?Quartal +(\\d{4})", "$2-Q$1"),
            way("([12])\\. ?Halbjahr +(\\d{4})", "$2-S$1"),
            way("(0[1-9]|1[0-2])/(\\d{4})", "$2-$1"),
            way("((?:19|20)\\d{2})(0[1-9]|1[0-2])", "$1-$2"));
    private static final int DECIMAL = 10;
    private static final int SCHOOL_YEAR_STARTS = 8;

    /** Reads a written period; empty where the text is none. Blanks around it do not count. */
    public static Optional<Period> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            return read(text.strip(), written);
        } catch (DateTimeException invalidDay) {
            return Optional.empty();
        }
    }

    /**
     * Reads a period also in the ways in which tables have it: {@code 31.12.2023} for a day, {@code 2022/2023} or
     * {@code Schuljahr 2022/23} for a school year, {@code Q1/2023} or {@code 1. Quartal 2023} for a quarter,
     * {@code 06/2023} or {@code 202306} for a month.
     */
    public static Optional<Period> parseLoosely(String text) {
        Matcher day = GERMAN_DAY.matcher(text.strip());
        if (day.matches()) {
            return parse("%s-%02d-%02d"
                    .formatted(day.group(3), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1))));
        }
        for (Way way : WAYS_IN_TABLES) {
            Matcher found = way.pattern.matcher(text.strip());
            if (found.matches()) {
                return parse(found.replaceFirst(way.written));
            }
        }
        return parse(text);
    }

    /** A way in which tables have periods, and how these are written here. */
    private record Way(Pattern pattern, String written) {}

    private static Way way(String pattern, String written) {
        return new Way(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), written);
    }

    private static Optional<Period> read(String text, Matcher written) {
        int year = Integer.parseInt(written.group(1));
        if (year == 0) {
            return Optional.empty();
        }
        if (written.group(2) != null) {
            return Optional.of(months(text, year, Integer.parseInt(written.group(2)) * 6 - 5, 6));
        }
        if (written.group(3) != null) {
            return Optional.of(months(text, year, Integer.parseInt(written.group(3)) * 3 - 2, 3));
        }
        if (written.group(5) != null) {
            LocalDate day = LocalDate.of(year, Integer.parseInt(written.group(4)), Integer.parseInt(written.group(5)));
            return Optional.of(new Period(text, day, day));
        }
        if (written.group(4) != null) {
            return Optional.of(months(text, year, Integer.parseInt(written.group(4)), 1));
        }
        if (written.group(6) != null) {
            boolean follows = (year + 1) % 100 == Integer.parseInt(written.group(6));
            return follows ? Optional.of(months(text, year, SCHOOL_YEAR_STARTS, 12)) : Optional.empty();
        }
        return Optional.of(months(text, year, 1, 12));
    }

    private static Period months(String text, int year, int month, int count) {
        YearMonth start = YearMonth.of(year, month);
        return new Period(text, start.atDay(1), start.plusMonths(count - 1L).atEndOfMonth());
    }

    /**
     * The day to which a value of this period refers: the given day of the year where it lies within the period, else
     * the period's last day.
     *
     * @param dayOfYear day as {@code --12-31}, or null
     */
    public LocalDate referenceDate(String dayOfYear) {
        if (dayOfYear == null) {
            return last;
        }
        MonthDay day =
                MonthDay.of(Integer.parseInt(dayOfYear, 2, 4, DECIMAL), Integer.parseInt(dayOfYear, 5, 7, DECIMAL));
        LocalDate candidate = day.atYear(first.getYear());
        if (candidate.isBefore(first)) {
            candidate = day.atYear(last.getYear());
        }
        return candidate.isBefore(first) || candidate.isAfter(last) ? last : candidate;
    }

    @Override
    public String toString() {
        return text;
    }
}
