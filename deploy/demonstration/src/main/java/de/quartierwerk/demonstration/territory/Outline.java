package de.quartierwerk.demonstration.territory;

import de.quartierwerk.demonstration.Draw;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** The outline of a region, a dented circle, and the ring of sites around it that bounds the outermost spaces. */
final class Outline {

    private static final double SQUARE_METRES_PER_MUNICIPALITY = 70e6;
    private static final int CORNERS = 360;

    private final Polygon polygon;
    private final double margin;

    private Outline(Polygon polygon, double margin) {
        this.polygon = polygon;
        this.margin = margin;
    }

    static Outline draw(long seed, int municipalities, GeometryFactory geometry) {
        Draw draw = Draw.of(seed, "outline", 0);
        double radius = StrictMath.sqrt(municipalities * SQUARE_METRES_PER_MUNICIPALITY / Math.PI);
        double second = draw.between(0, 2 * Math.PI);
        double third = draw.between(0, 2 * Math.PI);
        double fifth = draw.between(0, 2 * Math.PI);
        Coordinate[] ring = new Coordinate[CORNERS + 1];
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            double distance = radius
                    * (1
                            + 0.10 * StrictMath.sin(2 * angle + second)
                            + 0.06 * StrictMath.sin(3 * angle + third)
                            + 0.03 * StrictMath.sin(5 * angle + fifth));
            ring[i] = new Coordinate(distance * StrictMath.cos(angle), distance * StrictMath.sin(angle));
        }
        ring[CORNERS] = ring[0].copy();
        return new Outline(geometry.createPolygon(ring), 1_800);
    }

    Polygon polygon() {
        return polygon;
    }

    /** Sites just outside the outline; those to the east make the empty second district. */
    List<Coordinate> neighbours(long seed) {
        return around(seed, "neighbours", margin, 2_000);
    }

    /** Sites further out, which bound the cells of {@link #neighbours}. */
    List<Coordinate> beyond(long seed) {
        return around(seed, "beyond", margin * 4, 4_000);
    }

    private List<Coordinate> around(long seed, String purpose, double distance, double spacing) {
        Draw draw = Draw.of(seed, purpose, 0);
        Geometry ring = polygon.buffer(distance).getBoundary();
        LengthIndexedLine line = new LengthIndexedLine(ring);
        int count = (int) (ring.getLength() / spacing);
        List<Coordinate> sites = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Coordinate site = line.extractPoint(ring.getLength() * i / count);
            sites.add(new Coordinate(
                    site.x + draw.between(-0.15, 0.15) * spacing, site.y + draw.between(-0.15, 0.15) * spacing));
        }
        return sites;
    }
}
