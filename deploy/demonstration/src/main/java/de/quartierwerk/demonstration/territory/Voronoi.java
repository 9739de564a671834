package de.quartierwerk.demonstration.territory;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.shape.fractal.HilbertCode;
import org.locationtech.jts.triangulate.IncrementalDelaunayTriangulator;
import org.locationtech.jts.triangulate.quadedge.QuadEdgeSubdivision;
import org.locationtech.jts.triangulate.quadedge.Vertex;

/** Voronoi cells by site. Neighbouring cells share the very same corner points. */
final class Voronoi {

    private static final int HILBERT_LEVEL = 15;

    private Voronoi() {}

    /**
     * The cell of each site; those of the outermost reach far out. Sites are inserted along a Hilbert curve, so that
     * each lies close to the one before and is found in a few steps.
     */
    static Map<Coordinate, Polygon> cells(Collection<Coordinate> sites, GeometryFactory geometry) {
        Envelope envelope = new Envelope();
        sites.forEach(envelope::expandToInclude);
        double extent = Math.max(envelope.getWidth(), envelope.getHeight());
        double scale = ((1 << HILBERT_LEVEL) - 1) / Math.max(1, extent);
        Envelope frame = new Envelope(envelope);
        frame.expandBy(Math.max(1_000, extent));
        QuadEdgeSubdivision subdivision = new QuadEdgeSubdivision(frame, 0);
        IncrementalDelaunayTriangulator triangulator = new IncrementalDelaunayTriangulator(subdivision);
        triangulator.forceConvex(false);
        sites.stream()
                .sorted(Comparator.comparingInt((Coordinate site) ->
                        HilbertCode.encode(HILBERT_LEVEL, (int) ((site.x - envelope.getMinX()) * scale), (int)
                                ((site.y - envelope.getMinY()) * scale))))
                .forEach(site -> triangulator.insertSite(new Vertex(site)));
        Map<Coordinate, Polygon> cells = new HashMap<>(sites.size() * 2);
        for (Object cell : subdivision.getVoronoiCellPolygons(geometry)) {
            Polygon polygon = (Polygon) cell;
            cells.put((Coordinate) polygon.getUserData(), polygon);
        }
        return cells;
    }

    /** Moves sites to the middle of their cells inside {@code limits}, a few times: distances even out (Lloyd). */
    static List<Coordinate> relaxed(List<Coordinate> sites, Geometry limits, int rounds, GeometryFactory geometry) {
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(limits);
        List<Coordinate> current = sites;
        for (int round = 0; round < rounds && sites.size() > 1; round++) {
            Map<Coordinate, Polygon> cells = cells(current, geometry);
            current = current.stream()
                    .map(site -> middle(cells.get(site), limits, prepared))
                    .toList();
        }
        return current;
    }

    private static Coordinate middle(Polygon cell, Geometry limits, PreparedGeometry prepared) {
        Geometry inside = prepared.containsProperly(cell) ? cell : cell.intersection(limits);
        Coordinate middle = inside.getCentroid().getCoordinate();
        return prepared.contains(limits.getFactory().createPoint(middle))
                ? middle
                : inside.getInteriorPoint().getCoordinate();
    }
}
