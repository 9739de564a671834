package de.quartierwerk.reporting.space;

/**
 * A level of spaces (Raumebene).
 *
 * @param code natural key
 * @param name name for people
 * @param rank lower rank means larger area
 */
public record Level(String code, String name, int rank) {
    /** Code of the level of municipalities, which every installation has. */
    public static final String MUNICIPALITY = "municipality";
}
