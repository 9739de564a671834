package de.quartierwerk.funding.application;

import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which order the days of an application's way lie. */
final class Days {

    private Days() {}

    /** Refuses a day that is yet to come with 422. */
    static void requirePast(String pointer, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw new Invalid(
                    "date.in-future", List.of(InputError.at(pointer, "date.in-future", day.toString(), day)), day);
        }
    }

    /**
     * Refuses a day before the one that it follows with 422.
     *
     * @param pointer where the day stands in the request
     * @param day the day; nothing is refused where there is none
     */
    static void requireOrder(String pointer, LocalDate before, @Nullable LocalDate day) {
        if (day != null && day.isBefore(before)) {
            throw new Invalid(
                    "date.before",
                    List.of(InputError.at(pointer, "date.before", day.toString(), day, before)),
                    day,
                    before);
        }
    }
}
