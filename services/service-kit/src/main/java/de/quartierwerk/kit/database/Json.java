package de.quartierwerk.kit.database;

/**
 * A parameter that is stored as JSON.
 *
 * @param value what Jackson writes; null is stored as SQL null
 */
public record Json(Object value) {}
