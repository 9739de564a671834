package de.quartierwerk.reporting.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** Reads the rings of a GeoJSON Polygon or MultiPolygon (RFC 7946, 3.1.6 and 3.1.7). */
final class GeoJsonRings {
    /**
     * Polygons of a geometry, each a list of rings in degrees, the outer one first.
     *
     * @return an empty list for a geometry of another type
     */
    static List<List<List<Coordinate>>> polygonsOf(Map<String, Object> geometry) {
        List<?> coordinates = geometry.get("coordinates") instanceof List<?> list ? list : List.of();
        Object type = geometry.get("type");
        if ("Polygon".equals(type)) {
            return List.of(rings(coordinates));
        }
        List<List<List<Coordinate>>> polygons = new ArrayList<>();
        if ("MultiPolygon".equals(type)) {
            for (Object polygon : coordinates) {
                polygons.add(rings((List<?>) polygon));
            }
        }
        return polygons;
    }

    private static List<List<Coordinate>> rings(List<?> polygon) {
        List<List<Coordinate>> rings = new ArrayList<>();
        for (Object ring : polygon) {
            List<Coordinate> points = new ArrayList<>();
            for (Object point : (List<?>) ring) {
                List<?> position = (List<?>) point;
                points.add(new Coordinate(
                        ((Number) position.get(0)).doubleValue(), ((Number) position.get(1)).doubleValue()));
            }
            rings.add(points);
        }
        return rings;
    }

    private GeoJsonRings() {}
}
