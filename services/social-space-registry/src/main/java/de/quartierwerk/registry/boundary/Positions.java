package de.quartierwerk.registry.boundary;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/** Single positions of a coordinate system. Not for use by several threads at once. */
public final class Positions {
    private final Crs crs;
    private final Projection toWgs84;

    /** Positions of this system. */
    public Positions(Crs crs) {
        this.crs = crs;
        this.toWgs84 = Projection.toWgs84(crs);
    }

    /** The position in WGS84; empty where the numbers are none of the system. */
    public Optional<Coordinate> inWgs84(double x, double y) {
        if (!crs.holds(x, y)) {
            return Optional.empty();
        }
        try {
            ProjCoordinate position = toWgs84.apply(x, y);
            return Optional.of(new Coordinate(position.x, position.y));
        } catch (Proj4jException e) {
            return Optional.empty();
        }
    }
}
