package de.quartierwerk.registry.spaceexport;

import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.boundary.Projection;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Places boundaries in the system of a file. WGS84 and ETRS89 are the same to a metre, and to every program. */
final class Placed {
    private final @Nullable Projection projection;

    Placed(Crs crs) {
        projection = isDegrees(crs) ? null : Projection.fromWgs84(crs);
    }

    Geometry of(Geometry boundary) {
        return projection == null ? boundary : projection.apply(boundary);
    }

    static boolean isDegrees(Crs crs) {
        return crs == Crs.EPSG_4326 || crs == Crs.EPSG_4258;
    }
}
