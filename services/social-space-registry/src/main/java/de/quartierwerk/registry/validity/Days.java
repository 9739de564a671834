package de.quartierwerk.registry.validity;

import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days that the registry takes: from 1800 to 2200. Others are slips of the pen. */
public final class Days {
    private static final LocalDate FIRST = LocalDate.of(1800, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    private Days() {}

    /** Whether the registry takes the day. */
    public static boolean usable(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** The day of a query parameter, if the registry takes it. */
    public static LocalDate check(String parameter, LocalDate day) {
        if (!usable(day)) {
            throw Invalid.parameter(parameter, day, "day.out-of-range", FIRST, LAST);
        }
        return day;
    }

    /** Adds an error where a day of a document is none that the registry takes. */
    public static void check(String pointer, @Nullable LocalDate day, List<InputError> errors) {
        if (day != null && !usable(day)) {
            errors.add(InputError.at(pointer, "day.out-of-range", day.toString(), FIRST, LAST));
        }
    }
}
