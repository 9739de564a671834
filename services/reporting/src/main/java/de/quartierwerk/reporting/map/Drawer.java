package de.quartierwerk.reporting.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Draws boundaries. Corners move to the nearest whole unit and repeated ones are dropped; neighbours share their
 * corners, so they stay neighbours.
 */
public final class Drawer {
    /** Length of the longer side of a map's grid; on a printed page one unit is about a seventh of a millimetre. */
    static final int LONGER_SIDE = 1200;

    private static final int MARGIN = 6;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /**
     * Draws spaces and, as lines above them, larger spaces. The extent is that of the spaces.
     *
     * @param spaces what is to be filled; geometries that have no area on the grid are left out
     * @param larger what is to be outlined
     */
    public static Drawing draw(List<Boundary> spaces, List<Boundary> larger) {
        Envelope extent = new Envelope();
        for (Boundary space : spaces) {
            GeoJsonRings.polygonsOf(space.geometry())
                    .forEach(polygon -> polygon.forEach(ring -> ring.forEach(extent::expandToInclude)));
        }
        if (extent.isNull()) {
            return new Drawing(LONGER_SIDE, LONGER_SIDE, 1, List.of(), List.of());
        }
        Mercator projection = new Mercator(extent, LONGER_SIDE, MARGIN);
        List<Drawing.Shape> shapes = spaces.stream()
                .sorted(Comparator.comparing(Boundary::key))
                .flatMap(space -> shape(space, projection).stream())
                .toList();
        List<Drawing.Outline> outlines = larger.stream()
                .sorted(Comparator.comparing(Boundary::key))
                .map(space -> new Drawing.Outline(space.key(), path(grid(space, projection))))
                .filter(outline -> !outline.path().isEmpty())
                .toList();
        return new Drawing(projection.width(), projection.height(), projection.metresPerUnit(), shapes, outlines);
    }

    private static Optional<Drawing.Shape> shape(Boundary space, Mercator projection) {
        List<List<List<Coordinate>>> polygons = grid(space, projection);
        Polygon largest = polygons.stream()
                .map(Drawer::polygon)
                .max(Comparator.comparingDouble(Polygon::getArea))
                .orElse(null);
        if (largest == null || largest.getArea() == 0) {
            return Optional.empty();
        }
        MaximumInscribedCircle circle = new MaximumInscribedCircle(largest, 1.0);
        Point centre = circle.getCenter();
        return Optional.of(new Drawing.Shape(
                space.key(), path(polygons), (int) Math.round(centre.getX()), (int) Math.round(centre.getY()), (int)
                        Math.floor(circle.getRadiusLine().getLength())));
    }

    private static List<List<List<Coordinate>>> grid(Boundary space, Mercator projection) {
        List<List<List<Coordinate>>> polygons = new ArrayList<>();
        for (List<List<Coordinate>> polygon : GeoJsonRings.polygonsOf(space.geometry())) {
            List<List<Coordinate>> rings = new ArrayList<>();
            for (List<Coordinate> ring : polygon) {
                List<Coordinate> drawn = onGrid(ring, projection);
                if (drawn.size() >= 4) {
                    rings.add(drawn);
                }
            }
            if (!rings.isEmpty()) {
                polygons.add(rings);
            }
        }
        return polygons;
    }

    private static List<Coordinate> onGrid(List<Coordinate> ring, Mercator projection) {
        List<Coordinate> drawn = new ArrayList<>();
        for (Coordinate corner : ring) {
            Coordinate place = projection.toGrid(corner.getX(), corner.getY());
            if (drawn.isEmpty() || !place.equals2D(drawn.get(drawn.size() - 1))) {
                drawn.add(place);
            }
        }
        return drawn;
    }

    private static Polygon polygon(List<List<Coordinate>> rings) {
        LinearRing[] closed = rings.stream().map(Drawer::closed).toArray(LinearRing[]::new);
        LinearRing[] holes = Arrays.copyOfRange(closed, 1, closed.length);
        return GEOMETRY.createPolygon(closed[0], holes);
    }

    private static LinearRing closed(List<Coordinate> ring) {
        List<Coordinate> corners = new ArrayList<>(ring);
        if (!corners.get(0).equals2D(corners.get(corners.size() - 1))) {
            corners.add(corners.get(0));
        }
        return GEOMETRY.createLinearRing(corners.toArray(Coordinate[]::new));
    }

    private static String path(List<List<List<Coordinate>>> polygons) {
        StringBuilder path = new StringBuilder();
        for (List<List<Coordinate>> polygon : polygons) {
            for (List<Coordinate> ring : polygon) {
                appendRing(path, ring);
            }
        }
        return path.toString();
    }

    private static void appendRing(StringBuilder path, List<Coordinate> ring) {
        int corners = ring.get(0).equals2D(ring.get(ring.size() - 1)) ? ring.size() - 1 : ring.size();
        int x = 0;
        int y = 0;
        for (int i = 0; i < corners; i++) {
            int nextX = (int) ring.get(i).getX();
            int nextY = (int) ring.get(i).getY();
            path.append(i == 0 ? "M" : i == 1 ? "l" : " ")
                    .append(nextX - x)
                    .append(' ')
                    .append(nextY - y);
            x = nextX;
            y = nextY;
        }
        path.append('z');
    }

    private Drawer() {}
}
