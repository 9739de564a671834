package de.quartierwerk.ingestion.intake.submission;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A space for which a file holds values, or one above several of them.
 *
 * @param key key of the space
 * @param day a day of the values; says which space is meant where the key was given anew
 */
public record Area(String key, LocalDate day) implements Comparable<Area> {
    private static final Comparator<Area> ORDER =
            Comparator.comparing(Area::key).thenComparing(Area::day);

    @Override
    public int compareTo(Area other) {
        return ORDER.compare(this, other);
    }
}
