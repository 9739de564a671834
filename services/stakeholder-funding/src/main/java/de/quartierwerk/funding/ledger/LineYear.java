package de.quartierwerk.funding.ledger;

import java.util.Comparator;

/** A budget line's year (Haushaltsposition und -jahr). */
public record LineYear(String line, int year) implements Comparable<LineYear> {

    private static final Comparator<LineYear> ORDER =
            Comparator.comparing(LineYear::year).thenComparing(LineYear::line);

    @Override
    public int compareTo(LineYear other) {
        return ORDER.compare(this, other);
    }
}
