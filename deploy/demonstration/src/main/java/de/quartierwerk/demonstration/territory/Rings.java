package de.quartierwerk.demonstration.territory;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Rings as GeoJSON wants them: outer ones counter-clockwise, holes clockwise, no point twice in a row. */
final class Rings {

    private Rings() {}

    static Geometry normalised(Geometry areas) {
        GeometryFactory geometry = areas.getFactory();
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < areas.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) areas.getGeometryN(i);
            LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
            for (int h = 0; h < holes.length; h++) {
                holes[h] = ring(polygon.getInteriorRingN(h), false);
            }
            polygons.add(geometry.createPolygon(ring(polygon.getExteriorRing(), true), holes));
        }
        return polygons.size() == 1 ? polygons.get(0) : geometry.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }

    private static LinearRing ring(LinearRing ring, boolean counterClockwise) {
        Coordinate[] points = CoordinateArrays.removeRepeatedPoints(ring.getCoordinates());
        if (Orientation.isCCW(points) != counterClockwise) {
            points = points.clone();
            CoordinateArrays.reverse(points);
        }
        return ring.getFactory().createLinearRing(points);
    }
}
