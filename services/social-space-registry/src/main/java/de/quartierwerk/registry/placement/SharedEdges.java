package de.quartierwerk.registry.placement;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Edges of many boundaries, each counted by the side on which its area lies. A boundary whose every edge belongs to one
 * other boundary on the other side fits its neighbours; to look for such edges is far faster than to compare it with
 * each of them.
 */
final class SharedEdges {
    /** Of more positions no edges are counted, so that they fit into memory; no boundary is surrounded then. */
    private static final int MOST_POSITIONS = 250_000;

    private final Map<Edge, Sides> edges = new HashMap<>();

    /** From the western, or else southern, end to the other. */
    private record Edge(double x, double y, double otherX, double otherY) {}

    /** How many areas lie to the left and to the right of an edge. */
    private static final class Sides {
        private int left;
        private int right;
    }

    SharedEdges(Collection<? extends Geometry> boundaries) {
        if (boundaries.stream().mapToLong(Geometry::getNumPoints).sum() > MOST_POSITIONS) {
            return;
        }
        boundaries.forEach(boundary -> forEach(boundary, (edge, left) -> {
            Sides sides = edges.computeIfAbsent(edge, added -> new Sides());
            if (left) {
                sides.left++;
            } else {
                sides.right++;
            }
            return true;
        }));
    }

    /** Whether one other boundary, and no more, lies on the other side of each edge of one of the boundaries. */
    boolean surround(Geometry boundary) {
        return forEach(boundary, (edge, left) -> {
            Sides sides = edges.get(edge);
            return sides != null && sides.left == 1 && sides.right == 1;
        });
    }

    /** Takes an edge, and whether the area lies to its left; goes on while the answer is true. */
    @FunctionalInterface
    private interface Visitor {
        boolean visit(Edge edge, boolean left);
    }

    private static boolean forEach(Geometry boundary, Visitor visitor) {
        for (int i = 0; i < boundary.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) boundary.getGeometryN(i);
            if (!forEach(polygon.getExteriorRing(), true, visitor)) {
                return false;
            }
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                if (!forEach(polygon.getInteriorRingN(hole), false, visitor)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean forEach(LinearRing ring, boolean shell, Visitor visitor) {
        CoordinateSequence positions = ring.getCoordinateSequence();
        boolean left = Orientation.isCCW(positions) == shell;
        for (int i = 1; i < positions.size(); i++) {
            double x = positions.getX(i - 1);
            double y = positions.getY(i - 1);
            double nextX = positions.getX(i);
            double nextY = positions.getY(i);
            boolean forwards = x < nextX || (x == nextX && y < nextY);
            Edge edge = forwards ? new Edge(x, y, nextX, nextY) : new Edge(nextX, nextY, x, y);
            if (!visitor.visit(edge, left == forwards)) {
                return false;
            }
        }
        return true;
    }
}
