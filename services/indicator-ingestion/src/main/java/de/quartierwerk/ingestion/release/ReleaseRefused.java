package de.quartierwerk.ingestion.release;

import java.util.List;

/** A release that must not be: with what was published before, readers could compute a suppressed number. */
public final class ReleaseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Place> places;

    ReleaseRefused(List<Place> places) {
        super(places.size() + " suppressed numbers would become known");
        this.places = List.copyOf(places);
    }

    /**
     * A value that would become known.
     *
     * @param without the value of the release without which it would not
     */
    public record Place(String indicator, String period, String space, Value without) {}

    /** Names a value. */
    public record Value(String indicator, String period, String space) {}

    /** The values that would become known, at most a hundred of them. */
    public List<Place> places() {
        return places;
    }
}
