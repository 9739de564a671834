package de.quartierwerk.registry.space;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Which spaces are asked for; what is absent stands for any.
 *
 * @param level code of their level
 * @param parent key of their parent
 * @param asOf day on which they are valid
 * @param area area in WGS84 that their boundary touches
 * @param text what name or key is like
 */
record SpaceFilter(
        @Nullable String level,
        @Nullable String parent,
        LocalDate asOf,
        @Nullable Geometry area,
        @Nullable String text) {}
