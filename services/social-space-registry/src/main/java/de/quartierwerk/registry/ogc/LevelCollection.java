package de.quartierwerk.registry.ogc;

/**
 * The spaces of a level as a collection.
 *
 * @param level its code
 * @param levelName its name
 * @param history whether it holds all spans, else those of a day
 */
record LevelCollection(String level, String levelName, boolean history) {
    static final String HISTORY = ".history";

    String id() {
        return history ? level + HISTORY : level;
    }

    String path() {
        return "/collections/" + id();
    }
}
