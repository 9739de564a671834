package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.validity.Days;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days in rows: {@code 2006-01-31}, with a time or slashes too, or {@code 31.01.2006}. */
final class RowDays {
    private static final Pattern ISO = Pattern.compile("\\d{4}([-/])\\d\\d\\1\\d\\d([T ].*)?");
    private static final Pattern GERMAN = Pattern.compile("\\d\\d?\\.\\d\\d?\\.\\d{4}");
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("d.M.uuuu");
    private static final int LENGTH = 10;

    private RowDays() {}

    /** Names of the columns with the first and the last day. */
    record Columns(@Nullable String from, @Nullable String to) {
        static final Columns OF_OUR_OWN = new Columns(OwnForm.VALID_FROM, OwnForm.VALID_TO);

        /** @param ownForm whether the row is in our own form */
        static Columns of(ImportOptions options, boolean ownForm) {
            return options.ownSpans() && ownForm
                    ? OF_OUR_OWN
                    : new Columns(options.validFromProperty(), options.validToProperty());
        }
    }

    /** The span of a row; faults leave the row out. */
    static Span span(
            ImportOptions options, Columns columns, @Nullable String from, @Nullable String to, RowCheck check) {
        LocalDate first = day(columns.from(), from, check);
        LocalDate last = day(columns.to(), to, check);
        LocalDate begin = first == null ? options.validFrom() : first;
        if (last != null && last.isBefore(begin)) {
            check.fault("validity-reversed", to, begin.toString(), last.toString());
        }
        return new Span(first, last);
    }

    private static @Nullable LocalDate day(@Nullable String property, @Nullable String text, RowCheck check) {
        if (property == null || text == null || text.isBlank()) {
            return null;
        }
        Optional<LocalDate> day = parse(text.strip());
        if (day.isEmpty()) {
            check.fault("day-malformed", text, property);
        } else if (!Days.usable(day.get())) {
            check.fault("day-out-of-range", text, property);
        }
        return day.orElse(null);
    }

    private static Optional<LocalDate> parse(String text) {
        try {
            if (ISO.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text.substring(0, LENGTH).replace('/', '-')));
            }
            return GERMAN.matcher(text).matches() ? Optional.of(LocalDate.parse(text, DAY_FIRST)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
