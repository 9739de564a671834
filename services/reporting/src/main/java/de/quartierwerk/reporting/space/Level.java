package de.quartierwerk.reporting.space;

import java.util.Map;

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

    /** The name of a level, or its code where the level is unknown. */
    public static String nameOf(String code, Map<String, Level> levels) {
        Level level = levels.get(code);
        return level == null ? code : level.name();
    }
}
