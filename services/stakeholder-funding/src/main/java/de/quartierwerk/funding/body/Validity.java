package de.quartierwerk.funding.body;

import java.time.LocalDate;

/** Periods of validity with inclusive days; null stands for no end on that side. */
final class Validity {

    private Validity() {}

    static boolean holds(LocalDate from, LocalDate to, LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    static boolean meet(LocalDate from, LocalDate to, LocalDate otherFrom, LocalDate otherTo) {
        return (from == null || otherTo == null || !from.isAfter(otherTo))
                && (otherFrom == null || to == null || !otherFrom.isAfter(to));
    }
}
