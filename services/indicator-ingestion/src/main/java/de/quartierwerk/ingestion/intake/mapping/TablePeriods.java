package de.quartierwerk.ingestion.intake.mapping;

import de.quartierwerk.events.Period;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads periods in the forms that tables use beside the written one. */
public final class TablePeriods {
    private static final Pattern GERMAN_DAY = Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})");
    private static final List<Form> FORMS = List.of(
            form("(\\d{4})/\\d{2}(\\d{2})", "$1/$2"),
            form("(?:Schuljahr|SJ) +(\\d{4})/(?:\\d{2})?(\\d{2})", "$1/$2"),
            form("Q([1-4])[ /](\\d{4})", "$2-Q$1"),
            form("([1-4])\\. ?Quartal +(\\d{4})", "$2-Q$1"),
            form("([12])\\. ?Halbjahr +(\\d{4})", "$2-S$1"),
            form("(0[1-9]|1[0-2])/(\\d{4})", "$2-$1"),
            form("((?:19|20)\\d{2})(0[1-9]|1[0-2])", "$1-$2"));

    private TablePeriods() {}

    /** A form that tables use, and the written form that it stands for. */
    private record Form(Pattern pattern, String written) {}

    private static Form form(String pattern, String written) {
        return new Form(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), written);
    }

    /**
     * Reads a period as written or as tables have it: {@code 31.12.2023} for a day, {@code 2022/2023} or
     * {@code Schuljahr 2022/23} for a school year, {@code Q1/2023} or {@code 1. Quartal 2023} for a quarter,
     * {@code 06/2023} or {@code 202306} for a month.
     */
    public static Optional<Period> parse(String text) {
        Matcher day = GERMAN_DAY.matcher(text.strip());
        if (day.matches()) {
            return Period.parse("%s-%02d-%02d"
                    .formatted(day.group(3), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1))));
        }
        for (Form form : FORMS) {
            Matcher found = form.pattern.matcher(text.strip());
            if (found.matches()) {
                return Period.parse(found.replaceFirst(form.written));
            }
        }
        return Period.parse(text);
    }
}
