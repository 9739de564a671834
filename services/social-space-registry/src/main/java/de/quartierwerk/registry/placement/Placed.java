package de.quartierwerk.registry.placement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A boundary among others of its level.
 *
 * @param row number of the row that brings it; 0 for one that the registry has
 * @param key key of the space
 * @param parent key of the parent
 * @param parentId the parent, where it is known
 * @param boundary the boundary
 * @param area square metres
 * @param from first day on which it holds
 * @param to last day; absent: not known
 */
public record Placed(
        int row,
        String key,
        @Nullable String parent,
        @Nullable Long parentId,
        Geometry boundary,
        double area,
        LocalDate from,
        @Nullable LocalDate to) {

    /** Whether both hold on the day on which the later one begins. */
    boolean together(Placed other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }
}
