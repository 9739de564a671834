package de.quartierwerk.registry.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/**
 * Reads and writes GeoJSON geometries (RFC 7946), polygons and multipolygons only. This is our own code because a
 * caller must be told where in the coordinates a fault lies, which no library does.
 */
public final class GeoJsonGeometry {
    static final GeometryFactory FACTORY = new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);
    private static final int SHOWN = 60;

    private final List<BoundaryFault> faults;

    private GeoJsonGeometry(List<BoundaryFault> faults) {
        this.faults = faults;
    }

    /**
     * Reads a geometry; heights are dropped. What is malformed is added to the faults and left out.
     *
     * @return empty when it is absent or no polygon
     */
    static Optional<DeliveredBoundary> read(@Nullable JsonNode geometry, List<BoundaryFault> faults) {
        if (geometry == null || geometry.isNull() || geometry.isMissingNode()) {
            faults.add(BoundaryFault.of("geometry-missing", null, null));
            return Optional.empty();
        }
        JsonNode coordinates = geometry.path("coordinates");
        GeoJsonGeometry reader = new GeoJsonGeometry(faults);
        return switch (geometry.path("type").asText()) {
            case "Polygon" -> Optional.of(new DeliveredBoundary(List.of(reader.polygon(coordinates, "/coordinates"))));
            case "MultiPolygon" -> Optional.of(reader.multiPolygon(coordinates));
            default -> {
                faults.add(BoundaryFault.of("geometry-type", shown(geometry.path("type")), null));
                yield Optional.empty();
            }
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

    private DeliveredBoundary multiPolygon(JsonNode coordinates) {
        List<List<DeliveredBoundary.Ring>> polygons = new ArrayList<>();
        if (isFilledArray(coordinates, "/coordinates")) {
            for (int i = 0; i < coordinates.size(); i++) {
                polygons.add(polygon(coordinates.get(i), "/coordinates/" + i));
            }
        }
        return new DeliveredBoundary(polygons);
    }

    private List<DeliveredBoundary.Ring> polygon(JsonNode rings, String place) {
        List<DeliveredBoundary.Ring> read = new ArrayList<>();
        if (isFilledArray(rings, place)) {
            for (int i = 0; i < rings.size(); i++) {
                ring(rings.get(i), place + "/" + i).ifPresent(read::add);
            }
        }
        return read;
    }

    private Optional<DeliveredBoundary.Ring> ring(JsonNode positions, String place) {
        if (!isFilledArray(positions, place)) {
            return Optional.empty();
        }
        double[] ordinates = new double[positions.size() * 2];
        for (int i = 0; i < positions.size(); i++) {
            JsonNode position = positions.get(i);
            if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
                faults.add(BoundaryFault.of("geometry-coordinates", shown(position), null, place + "/" + i));
                return Optional.empty();
            }
            ordinates[2 * i] = position.get(0).doubleValue();
            ordinates[2 * i + 1] = position.get(1).doubleValue();
        }
        return Optional.of(new DeliveredBoundary.Ring(place, ordinates));
    }

    private boolean isFilledArray(JsonNode node, String place) {
        if (node.isArray() && !node.isEmpty()) {
            return true;
        }
        faults.add(BoundaryFault.of("geometry-coordinates", shown(node), null, place));
        return false;
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
