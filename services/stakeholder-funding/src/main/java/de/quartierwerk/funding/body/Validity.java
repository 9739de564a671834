package de.quartierwerk.funding.body;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Periods of validity with inclusive days; null stands for no end on that side. */
final class Validity {

    private Validity() {}

    static boolean holds(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    static boolean meet(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate otherFrom,
            @Nullable LocalDate otherTo) {
        return (from == null || otherTo == null || !from.isAfter(otherTo))
                && (otherFrom == null || to == null || !otherFrom.isAfter(to));
    }
}
