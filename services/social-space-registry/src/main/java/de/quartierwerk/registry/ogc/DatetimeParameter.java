package de.quartierwerk.registry.ogc;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.registry.validity.Days;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The parameter {@code datetime}: a day, an instant, or an interval of them with open ends ({@code ..} or nothing).
 *
 * @param from first day, absent where the interval is open
 * @param to last day, absent where it is open
 */
record DatetimeParameter(@Nullable LocalDate from, @Nullable LocalDate to) {
    private static final int LENGTH_OF_A_DAY = 10;

    /**
     * Reads the parameter.
     *
     * @param zone where instants become days
     * @throws Invalid where it is none, or names days that the registry does not take
     */
    static DatetimeParameter of(String datetime, ZoneId zone) {
        String[] ends = datetime.strip().split("/", -1);
        try {
            if (ends.length == 1) {
                LocalDate day = day(ends[0], zone);
                return new DatetimeParameter(day, day);
            }
            if (ends.length == 2) {
                LocalDate from = isOpen(ends[0]) ? null : day(ends[0], zone);
                LocalDate to = isOpen(ends[1]) ? null : day(ends[1], zone);
                if (from == null || to == null || !from.isAfter(to)) {
                    return new DatetimeParameter(from, to);
                }
            }
        } catch (DateTimeException notThat) {
            throw malformed(datetime);
        }
        throw malformed(datetime);
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static LocalDate day(String end, ZoneId zone) {
        LocalDate day = end.length() <= LENGTH_OF_A_DAY
                ? LocalDate.parse(end)
                : OffsetDateTime.parse(end.toUpperCase(Locale.ROOT))
                        .atZoneSameInstant(zone)
                        .toLocalDate();
        return Days.check("datetime", day);
    }

    private static Invalid malformed(String datetime) {
        return Invalid.parameter("datetime", datetime, "ogc.datetime-malformed", datetime);
    }
}
