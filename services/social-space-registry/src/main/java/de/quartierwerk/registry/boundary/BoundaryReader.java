package de.quartierwerk.registry.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.locationtech.proj4j.Proj4jException;

/**
 * Turns delivered GeoJSON geometries into checked {@linkplain Boundary boundaries}. It repairs slips of digitising
 * (spikes, tiny loops, doubled parts) and says where; it refuses a ring that really crosses itself, and says where. Not
 * for use by several threads at once.
 */
public final class BoundaryReader {
    /** A repair that changes the area by more than this share would be a guess at what was meant. */
    private static final double LARGEST_REPAIR = 0.01;

    private static final double DEGREE_DECIMALS = 1e7;
    /** A boundary that reaches further cannot be measured in a plane, and no social space does. */
    private static final int WIDEST_DEGREES = 30;

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
    public Reading read(@Nullable JsonNode geometry) throws BoundaryFault {
        Geometry delivered = GeoJsonGeometry.read(geometry, crs);
        Geometry wgs84 = crs == Crs.EPSG_4326 ? delivered : project(toWgs84, delivered);
        requireNarrow(wgs84);
        TopologyValidationError fault = new IsValidOp(wgs84).getValidationError();
        if (fault == null) {
            return new Reading(measure(wgs84), Optional.empty());
        }
        LonLat place = position(fault.getCoordinate());
        return new Reading(measure(repair(wgs84, place)), Optional.of(place));
    }

    private static void requireNarrow(Geometry geometry) throws BoundaryFault {
        Envelope box = geometry.getEnvelopeInternal();
        if (box.getWidth() <= WIDEST_DEGREES && box.getHeight() <= WIDEST_DEGREES) {
            return;
        }
        Coordinate[] positions = geometry.getCoordinates();
        LonLat first = position(positions[0]);
        LonLat farthest = position(Arrays.stream(positions)
                .max(Comparator.comparingDouble(position -> reach(positions[0], position)))
                .orElseThrow());
        throw new BoundaryFault(
                "geometry-too-wide",
                farthest.lon() + " " + farthest.lat(),
                first.lon(),
                first.lat(),
                farthest.lon(),
                farthest.lat(),
                WIDEST_DEGREES);
    }

    private static double reach(Coordinate from, Coordinate to) {
        return Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
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

    private Boundary measure(Geometry wgs84) throws BoundaryFault {
        Geometry metres = project(toEqualArea, wgs84);
        if (!(metres.getArea() > 0)) {
            throw notMeasurable(wgs84);
        }
        Point centroid = (Point) project(fromEqualArea, metres.getCentroid());
        BigDecimal area = BigDecimal.valueOf(metres.getArea()).setScale(2, RoundingMode.HALF_UP);
        return new Boundary(wgs84, area, position(centroid.getCoordinate()));
    }

    /** No projection can show every position of the globe. */
    private static Geometry project(Projection projection, Geometry geometry) throws BoundaryFault {
        try {
            return projection.apply(geometry);
        } catch (Proj4jException e) {
            throw notMeasurable(geometry);
        }
    }

    private static BoundaryFault notMeasurable(Geometry geometry) {
        Coordinate first = geometry.getCoordinate();
        return new BoundaryFault("geometry-not-measurable", first.x + " " + first.y, first.x, first.y);
    }

    private static LonLat position(Coordinate coordinate) {
        return new LonLat(rounded(coordinate.x), rounded(coordinate.y));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DEGREE_DECIMALS) / DEGREE_DECIMALS;
    }
}
