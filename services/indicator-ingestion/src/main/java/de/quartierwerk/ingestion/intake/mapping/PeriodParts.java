package de.quartierwerk.ingestion.intake.mapping;

import de.quartierwerk.events.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A period of several columns: a year and, in another column, its month, quarter, half or week. Pure functions. */
final class PeriodParts {
    private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:\\.0+)?");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,2})\\.?(?:0+)?");

    private PeriodParts() {}

    /**
     * Puts the parts together; those that are empty are left out.
     *
     * @param names names of the columns, which tell what a bare number is: {@code Monat}, {@code KW}, {@code Quartal}
     */
    static Optional<Period> parse(List<String> texts, List<String> names) {
        List<String> parts = new ArrayList<>();
        String year = "";
        for (int i = 0; i < texts.size(); i++) {
            Matcher wholeYear = YEAR.matcher(texts.get(i));
            if (wholeYear.matches() && year.isEmpty()) {
                year = wholeYear.group(1);
            } else if (!texts.get(i).isEmpty()) {
                parts.add(part(texts.get(i), names.get(i)));
            }
        }
        String rest = String.join(".", parts);
        for (String together : List.of(rest + " " + year, year + " " + rest, year + rest, year + "-" + rest)) {
            Optional<Period> found = TablePeriods.parse(together.strip());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String part(String text, String name) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return text;
        }
        String column = name.toLowerCase(Locale.GERMAN);
        String digits = number.group(1);
        if (column.contains("quart") || column.contains("vierteljahr") || column.equals("q")) {
            return "Q" + digits;
        }
        if (column.contains("halbjahr") || column.contains("half") || column.contains("semester")) {
            return "S" + digits;
        }
        if (column.contains("woche") || column.contains("week") || column.equals("kw")) {
            return "KW " + digits;
        }
        if (column.contains("mon")) {
            return "M" + digits;
        }
        return text;
    }
}
