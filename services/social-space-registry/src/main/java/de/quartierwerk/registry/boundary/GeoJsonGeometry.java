package de.quartierwerk.registry.boundary;

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

    private final List<BoundaryFault> faults;
    private boolean heights;

    private GeoJsonGeometry(List<BoundaryFault> faults) {
        this.faults = faults;
    }

    /**
     * Reads a geometry; heights are dropped. What is malformed is added to the faults and left out.
     *
     * @return empty when it is absent or no polygon
     */
    static Optional<DeliveredBoundary> read(@Nullable GeoJsonShape geometry, List<BoundaryFault> faults) {
        if (geometry == null) {
            faults.add(BoundaryFault.of("geometry-missing", null, null));
            return Optional.empty();
        }
        GeoJsonGeometry reader = new GeoJsonGeometry(faults);
        GeoJsonShape.Part coordinates = geometry.coordinates();
        if (coordinates instanceof GeoJsonShape.TooMany) {
            return Optional.of(DeliveredBoundary.TOO_LARGE);
        }
        return switch (geometry.type()) {
            case "\"Polygon\"" -> Optional.of(reader.delivered(List.of(reader.polygon(coordinates, "/coordinates"))));
            case "\"MultiPolygon\"" -> Optional.of(reader.multiPolygon(coordinates));
            default -> {
                faults.add(BoundaryFault.of("geometry-type", geometry.type(), null));
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

    private DeliveredBoundary multiPolygon(GeoJsonShape.Part coordinates) {
        List<List<DeliveredBoundary.Ring>> polygons = new ArrayList<>();
        List<GeoJsonShape.Part> parts = parts(coordinates, "/coordinates");
        for (int i = 0; i < parts.size(); i++) {
            polygons.add(polygon(parts.get(i), "/coordinates/" + i));
        }
        return delivered(polygons);
    }

    private DeliveredBoundary delivered(List<List<DeliveredBoundary.Ring>> polygons) {
        return new DeliveredBoundary(polygons, heights, false);
    }

    private List<DeliveredBoundary.Ring> polygon(GeoJsonShape.Part rings, String place) {
        List<DeliveredBoundary.Ring> read = new ArrayList<>();
        List<GeoJsonShape.Part> parts = parts(rings, place);
        for (int i = 0; i < parts.size(); i++) {
            ring(parts.get(i), place + "/" + i).ifPresent(read::add);
        }
        return read;
    }

    private Optional<DeliveredBoundary.Ring> ring(GeoJsonShape.Part part, String place) {
        if (part instanceof GeoJsonShape.Positions positions) {
            heights |= positions.heights();
            if (positions.faulty() == null) {
                return Optional.of(new DeliveredBoundary.Ring(place, positions.ordinates()));
            }
            faults.add(
                    BoundaryFault.of("geometry-coordinates", positions.faulty(), null, place + "/" + positions.size()));
        } else {
            List<GeoJsonShape.Part> parts = parts(part, place);
            if (!parts.isEmpty()) {
                faults.add(
                        BoundaryFault.of("geometry-coordinates", GeoJsonShape.shown(parts.get(0)), null, place + "/0"));
            }
        }
        return Optional.empty();
    }

    /** The elements of a list of lists; of anything else none, which is a fault. */
    private List<GeoJsonShape.Part> parts(GeoJsonShape.Part part, String place) {
        if (part instanceof GeoJsonShape.Parts parts && !parts.parts().isEmpty()) {
            return parts.parts();
        }
        faults.add(BoundaryFault.of("geometry-coordinates", GeoJsonShape.shown(part), null, place));
        return List.of();
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
