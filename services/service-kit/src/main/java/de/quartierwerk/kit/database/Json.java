package de.quartierwerk.kit.database;

import org.jspecify.annotations.Nullable;

/**
 * A parameter that is stored as JSON.
 *
 * @param value what Jackson writes; null is stored as SQL null
 */
public record Json(@Nullable Object value) {}
