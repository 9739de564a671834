package de.quartierwerk.registry.boundary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * When two boundaries are one: programs turn rings round, begin them elsewhere, order parts otherwise, repeat points,
 * round to seven decimals. None of it changes a boundary.
 */
public final class SameBoundary {
    private static final double METRES_PER_DEGREE = 111_320;
    private static final int FEWEST_POSITIONS = 4;
    /** What seven decimals of a degree leave open. */
    private static final double DECIMALS = 1e-7;

    private SameBoundary() {}

    /** SHA-256 of the normalised boundary, equal for equal boundaries. */
    public static byte[] hash(Geometry boundary) {
        return Wkb.hash(Wkb.write(normalised(boundary)));
    }

    /** Whether both boundaries have the same hash. */
    public static boolean equal(Geometry a, Geometry b) {
        return near(a.getEnvelopeInternal(), b.getEnvelopeInternal(), DECIMALS, DECIMALS)
                && Arrays.equals(hash(a), hash(b));
    }

    private static boolean near(Envelope box, Envelope other, double degreesOfLongitude, double degreesOfLatitude) {
        return Math.abs(box.getMinX() - other.getMinX()) <= degreesOfLongitude
                && Math.abs(box.getMaxX() - other.getMaxX()) <= degreesOfLongitude
                && Math.abs(box.getMinY() - other.getMinY()) <= degreesOfLatitude
                && Math.abs(box.getMaxY() - other.getMaxY()) <= degreesOfLatitude;
    }

    /** The boundary with seven decimals, no repeated points, and rings and parts in an order of their own. */
    static Geometry normalised(Geometry boundary) {
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < boundary.getNumGeometries(); i++) {
            parts.add(rounded((Polygon) boundary.getGeometryN(i)));
        }
        Geometry normalised = parts.size() == 1
                ? parts.get(0)
                : GeoJsonGeometry.FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
        normalised.normalize();
        return normalised;
    }

    /**
     * Whether no corner of the one is further than this from the edge of the other.
     *
     * @param metres largest distance
     */
    public static boolean within(Geometry a, Geometry b, double metres) {
        Envelope box = a.getEnvelopeInternal();
        Envelope other = b.getEnvelopeInternal();
        double tolerance = 1.01 * metres / METRES_PER_DEGREE;
        double stretch = Math.cos(Math.toRadians(box.centre().y));
        if (!near(box, other, tolerance / stretch, tolerance)) {
            return false;
        }
        AffineTransformation toMetres = toMetres(box);
        Geometry first = toMetres.transform(a);
        Geometry second = toMetres.transform(b);
        return allNear(first, second, metres) && allNear(second, first, metres);
    }

    /** Metres between the corners of the one and the edge of the other where these are farthest, both ways. */
    public static double distance(Geometry a, Geometry b) {
        AffineTransformation toMetres = toMetres(a.getEnvelopeInternal());
        Geometry first = toMetres.transform(a);
        Geometry second = toMetres.transform(b);
        return Math.max(farthest(first, second), farthest(second, first));
    }

    private static double farthest(Geometry corners, Geometry edge) {
        IndexedFacetDistance distance = new IndexedFacetDistance(edge.getBoundary());
        double farthest = 0;
        for (Coordinate corner : corners.getCoordinates()) {
            farthest = Math.max(farthest, distance.distance(GeoJsonGeometry.FACTORY.createPoint(corner)));
        }
        return farthest;
    }

    /** Metres from the south-western corner of a box on, near enough for distances within a space. */
    private static AffineTransformation toMetres(Envelope box) {
        double stretch = Math.cos(Math.toRadians(box.centre().y));
        return AffineTransformation.translationInstance(-box.getMinX(), -box.getMinY())
                .scale(stretch * METRES_PER_DEGREE, METRES_PER_DEGREE);
    }

    private static boolean allNear(Geometry corners, Geometry edge, double metres) {
        IndexedFacetDistance distance = new IndexedFacetDistance(edge.getBoundary());
        for (Coordinate corner : corners.getCoordinates()) {
            if (!distance.isWithinDistance(GeoJsonGeometry.FACTORY.createPoint(corner), metres)) {
                return false;
            }
        }
        return true;
    }

    private static Polygon rounded(Polygon polygon) {
        LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = rounded(polygon.getInteriorRingN(i));
        }
        return GeoJsonGeometry.FACTORY.createPolygon(rounded(polygon.getExteriorRing()), holes);
    }

    /** The rounded ring; one that would shrink to nothing stays as it is. */
    private static LinearRing rounded(LinearRing ring) {
        CoordinateSequence sequence = ring.getCoordinateSequence();
        double[] ordinates = new double[2 * sequence.size()];
        int length = 0;
        for (int i = 0; i < sequence.size(); i++) {
            double x = LonLat.rounded(sequence.getX(i));
            double y = LonLat.rounded(sequence.getY(i));
            if (length == 0 || x != ordinates[length - 2] || y != ordinates[length - 1]) {
                ordinates[length] = x;
                ordinates[length + 1] = y;
                length += 2;
            }
        }
        if (length < 2 * FEWEST_POSITIONS) {
            return (LinearRing) ring.copy();
        }
        return GeoJsonGeometry.FACTORY.createLinearRing(
                new PackedCoordinateSequence.Double(Arrays.copyOf(ordinates, length), 2, 0));
    }
}
