package de.quartierwerk.registry.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/**
 * Reads and writes GeoJSON geometries (RFC 7946), polygons and multipolygons only. This is our own code because a
 * caller must be told where in the coordinates a fault lies, which no library does.
 */
public final class GeoJsonGeometry {
    static final GeometryFactory FACTORY = new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);
    private static final int SHOWN = 60;

    private final Crs crs;

    private GeoJsonGeometry(Crs crs) {
        this.crs = crs;
    }

    /**
     * Reads a geometry whose positions are in the given system; heights are dropped.
     *
     * @throws BoundaryFault when it is absent, no polygon, or malformed
     */
    static Geometry read(@Nullable JsonNode geometry, Crs crs) throws BoundaryFault {
        if (geometry == null || geometry.isNull() || geometry.isMissingNode()) {
            throw new BoundaryFault("geometry-missing", null);
        }
        JsonNode coordinates = geometry.path("coordinates");
        GeoJsonGeometry reader = new GeoJsonGeometry(crs);
        return switch (geometry.path("type").asText()) {
            case "Polygon" -> reader.polygon(coordinates, "/coordinates");
            case "MultiPolygon" -> reader.multiPolygon(coordinates);
            default -> throw new BoundaryFault("geometry-type", shown(geometry.path("type")));
        };
    }

    /** The geometry as GeoJSON, outer rings counter-clockwise as RFC 7946 asks. */
    public static GeoJson write(Geometry geometry) {
        if (geometry instanceof Polygon polygon) {
            return new GeoJson.Polygon(rings(polygon));
        }
        List<List<List<List<Double>>>> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            polygons.add(rings((Polygon) geometry.getGeometryN(i)));
        }
        return new GeoJson.MultiPolygon(polygons);
    }

    private MultiPolygon multiPolygon(JsonNode coordinates) throws BoundaryFault {
        requireFilledArray(coordinates, "/coordinates");
        Polygon[] polygons = new Polygon[coordinates.size()];
        for (int i = 0; i < polygons.length; i++) {
            polygons[i] = polygon(coordinates.get(i), "/coordinates/" + i);
        }
        return FACTORY.createMultiPolygon(polygons);
    }

    private Polygon polygon(JsonNode rings, String place) throws BoundaryFault {
        requireFilledArray(rings, place);
        LinearRing shell = ring(rings.get(0), place + "/0");
        LinearRing[] holes = new LinearRing[rings.size() - 1];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = ring(rings.get(i + 1), place + "/" + (i + 1));
        }
        return FACTORY.createPolygon(shell, holes);
    }

    private LinearRing ring(JsonNode positions, String place) throws BoundaryFault {
        requireFilledArray(positions, place);
        if (positions.size() < 4) {
            throw new BoundaryFault("geometry-ring-short", shown(positions), place, positions.size());
        }
        double[] ordinates = new double[positions.size() * 2];
        for (int i = 0; i < positions.size(); i++) {
            JsonNode position = positions.get(i);
            if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
                throw new BoundaryFault("geometry-coordinates", shown(position), place + "/" + i);
            }
            double x = position.get(0).doubleValue();
            double y = position.get(1).doubleValue();
            if (!crs.holds(x, y)) {
                throw new BoundaryFault("geometry-out-of-range", shown(position), place + "/" + i, crs.code());
            }
            ordinates[2 * i] = x;
            ordinates[2 * i + 1] = y;
        }
        int last = ordinates.length - 2;
        if (ordinates[0] != ordinates[last] || ordinates[1] != ordinates[last + 1]) {
            throw new BoundaryFault("geometry-ring-open", shown(positions.get(positions.size() - 1)), place);
        }
        return FACTORY.createLinearRing(new PackedCoordinateSequence.Double(ordinates, 2, 0));
    }

    private static void requireFilledArray(JsonNode node, String place) throws BoundaryFault {
        if (!node.isArray() || node.isEmpty()) {
            throw new BoundaryFault("geometry-coordinates", shown(node), place);
        }
    }

    private static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "" : node.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static List<List<List<Double>>> rings(Polygon polygon) {
        List<List<List<Double>>> rings = new ArrayList<>();
        rings.add(positions(polygon.getExteriorRing(), true));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(positions(polygon.getInteriorRingN(i), false));
        }
        return rings;
    }

    private static List<List<Double>> positions(LinearRing ring, boolean counterClockwise) {
        CoordinateSequence sequence = ring.getCoordinateSequence();
        boolean turned = Orientation.isCCW(sequence) != counterClockwise;
        List<List<Double>> positions = new ArrayList<>(sequence.size());
        for (int i = 0; i < sequence.size(); i++) {
            int index = turned ? sequence.size() - 1 - i : i;
            positions.add(List.of(sequence.getX(index), sequence.getY(index)));
        }
        return positions;
    }
}
