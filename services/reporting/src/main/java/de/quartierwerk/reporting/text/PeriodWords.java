package de.quartierwerk.reporting.text;

import de.quartierwerk.events.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;

/** Periods as readers of a report expect them. */
public final class PeriodWords {
    private PeriodWords() {}

    /** The period in words, e.g. {@code 3. Quartal 2023} or {@code school year 2022/23}. */
    public static String of(Period period, Language language) {
        boolean german = language == Language.DE;
        if (period.text().indexOf('/') > 0) {
            return (german ? "Schuljahr " : "school year ") + period.text();
        }
        String[] parts = period.text().split("-", -1);
        if (parts.length == 1) {
            return period.text();
        }
        if (parts.length == 3) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(language.regional())
                    .format(period.last());
        }
        String number = parts[1].substring(1);
        return switch (parts[1].charAt(0)) {
            case 'S' -> german ? number + ". Halbjahr " + parts[0] : "half-year " + number + " of " + parts[0];
            case 'Q' -> german ? number + ". Quartal " + parts[0] : "quarter " + number + " of " + parts[0];
            case 'W' -> german ? number + ". Woche " + parts[0] : "week " + number + " of " + parts[0];
            default -> period.first().getMonth().getDisplayName(TextStyle.FULL, language.locale()) + " " + parts[0];
        };
    }
}
