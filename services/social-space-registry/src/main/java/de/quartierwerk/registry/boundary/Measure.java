package de.quartierwerk.registry.boundary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Areas of geometries in WGS84, and what they have in common. Not for use by several threads at once. */
public final class Measure {
    private final Projection toEqualArea = Projection.toEqualArea();

    /** Square metres in ETRS89-LAEA. */
    public double squareMetres(Geometry geometry) {
        return geometry.isEmpty() ? 0 : toEqualArea.apply(geometry).getArea();
    }

    /** The geometry in ETRS89-LAEA, in metres. */
    public Geometry inMetres(Geometry geometry) {
        return toEqualArea.apply(geometry);
    }

    /** Square metres with two decimals, as answers show them. */
    public static BigDecimal rounded(double squareMetres) {
        return BigDecimal.valueOf(squareMetres).setScale(2, RoundingMode.HALF_UP);
    }

    /** A share with six decimals, as answers show it. */
    public static BigDecimal share(double share) {
        return BigDecimal.valueOf(share).setScale(6, RoundingMode.HALF_UP);
    }

    /** What both areas have in common, without points and lines. */
    public static Geometry common(Geometry a, Geometry b) {
        return areas(OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION));
    }

    /** What only the first has, without points and lines. */
    public static Geometry without(Geometry a, Geometry b) {
        return areas(OverlayNGRobust.overlay(a, b, OverlayNG.DIFFERENCE));
    }

    /** The polygons of which a geometry consists. */
    public static List<Polygon> polygons(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        PolygonExtracter.getPolygons(geometry, polygons);
        return polygons;
    }

    private static Geometry areas(Geometry geometry) {
        List<Polygon> polygons = polygons(geometry);
        return polygons.size() == 1
                ? polygons.get(0)
                : GeoJsonGeometry.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }
}
