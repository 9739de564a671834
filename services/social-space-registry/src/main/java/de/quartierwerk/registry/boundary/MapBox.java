package de.quartierwerk.registry.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.proj4j.Proj4jException;

/** Boxes (Kartenausschnitte) of any supported system as areas in WGS84. */
public final class MapBox {
    /** An edge that is straight in the system is bent in degrees; pieces of an edge. */
    private static final int PIECES = 32;

    private MapBox() {}

    /**
     * The area of a box, x before y; what lies outside the system's world is cut off.
     *
     * @return an area without any point where the box lies outside the world; empty where the system cannot show it
     */
    public static Optional<Geometry> area(Envelope box, Crs crs) {
        Envelope inWorld = box.intersection(crs.world());
        if (inWorld.isNull() || crs == Crs.EPSG_4326) {
            return Optional.of(GeoJsonGeometry.FACTORY.toGeometry(inWorld));
        }
        try {
            return Optional.of(Projection.toWgs84(crs).apply(outline(inWorld)));
        } catch (Proj4jException e) {
            return Optional.empty();
        }
    }

    private static Geometry outline(Envelope box) {
        Coordinate[] corners = {
            new Coordinate(box.getMinX(), box.getMinY()),
            new Coordinate(box.getMaxX(), box.getMinY()),
            new Coordinate(box.getMaxX(), box.getMaxY()),
            new Coordinate(box.getMinX(), box.getMaxY())
        };
        if (box.getArea() == 0) {
            return GeoJsonGeometry.FACTORY.toGeometry(box);
        }
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < corners.length; i++) {
            Coordinate from = corners[i];
            Coordinate to = corners[(i + 1) % corners.length];
            for (int piece = 0; piece < PIECES; piece++) {
                double share = (double) piece / PIECES;
                ring.add(new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)));
            }
        }
        ring.add(ring.get(0));
        return GeoJsonGeometry.FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    }
}
