package de.quartierwerk.registry.span;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Which spans are asked for; what is absent stands for any.
 *
 * @param level code of their level
 * @param from they are valid on this day or later
 * @param to they are valid on this day or earlier
 * @param key their key
 * @param name their name
 * @param parent key of their parent
 * @param area what their boundary intersects, in WGS84; an empty one nothing intersects
 */
public record SpanFilter(
        String level,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String key,
        @Nullable String name,
        @Nullable String parent,
        @Nullable Geometry area) {

    /** All spans of a level that are valid on a day. */
    public static SpanFilter on(String level, LocalDate day) {
        return new SpanFilter(level, day, day, null, null, null, null);
    }
}
