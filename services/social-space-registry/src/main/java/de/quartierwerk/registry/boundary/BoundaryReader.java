package de.quartierwerk.registry.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Turns delivered GeoJSON geometries into checked {@linkplain Boundary boundaries}. Slips of digitising (spikes, tiny
 * loops, doubled parts) are repaired and told; a ring that crosses itself for good is refused with the place. Not for
 * use by several threads at once.
 */
public final class BoundaryReader {
    /** A repair that changes the area by more than this share is none: what was meant is then anybody's guess. */
    private static final double LARGEST_REPAIR = 0.01;

    private static final double DEGREE_DECIMALS = 1e7;

    private final Crs crs;
    private final Projection toWgs84;
    private final Projection toEqualArea = Projection.toEqualArea();
    private final Projection fromEqualArea = Projection.fromEqualArea();

    public BoundaryReader(Crs crs) {
        this.crs = crs;
        this.toWgs84 = Projection.toWgs84(crs);
    }

    /**
     * What was read.
     *
     * @param boundary checked boundary
     * @param repairedAt place of a fault that was repaired
     */
    public record Reading(Boundary boundary, Optional<LonLat> repairedAt) {}

    /**
     * Reads, checks, repairs if need be, and measures a boundary.
     *
     * @throws BoundaryFault when the geometry is no usable boundary
     */
    public Reading read(JsonNode geometry) throws BoundaryFault {
        Geometry delivered = GeoJsonGeometry.read(geometry, crs);
        Geometry wgs84 = crs == Crs.EPSG_4326 ? delivered : toWgs84.apply(delivered);
        TopologyValidationError fault = new IsValidOp(wgs84).getValidationError();
        if (fault == null) {
            return new Reading(measure(wgs84), Optional.empty());
        }
        LonLat place = position(fault.getCoordinate());
        return new Reading(measure(repair(wgs84, place)), Optional.of(place));
    }

    private static Geometry repair(Geometry geometry, LonLat place) throws BoundaryFault {
        Geometry repaired = GeometryFixer.fix(geometry);
        double before = geometry.getArea();
        if (!(repaired instanceof Polygonal)
                || repaired.isEmpty()
                || Math.abs(repaired.getArea() - before) > LARGEST_REPAIR * before) {
            throw new BoundaryFault("geometry-invalid", place.lon() + " " + place.lat(), place.lon(), place.lat());
        }
        return repaired;
    }

    private Boundary measure(Geometry wgs84) {
        Geometry metres = toEqualArea.apply(wgs84);
        Point centroid = (Point) fromEqualArea.apply(metres.getCentroid());
        BigDecimal area = BigDecimal.valueOf(metres.getArea()).setScale(2, RoundingMode.HALF_UP);
        return new Boundary(wgs84, area, position(centroid.getCoordinate()));
    }

    private static LonLat position(Coordinate coordinate) {
        return new LonLat(rounded(coordinate.x), rounded(coordinate.y));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DEGREE_DECIMALS) / DEGREE_DECIMALS;
    }
}
