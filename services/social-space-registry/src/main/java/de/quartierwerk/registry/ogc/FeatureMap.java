package de.quartierwerk.registry.ogc;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** A map of features as SVG in Mercator's projection; without script and style attributes, each space a link. */
final class FeatureMap {
    private static final int LONGER_SIDE = 1000;
    private static final int MARGIN = 6;
    /** Boundaries with more positions are simplified, so that a page of them stays small. */
    private static final int MANY_POSITIONS = 200;

    private static final int FINENESS = 2000;

    private record Shape(String title, String href, Geometry boundary) {}

    private final List<Shape> shapes = new ArrayList<>();
    private final Envelope extent = new Envelope();

    /** Adds a space; nothing of a boundary is kept that is too small to be seen. */
    void add(String title, String href, Geometry boundary) {
        Envelope box = boundary.getEnvelopeInternal();
        double tolerance = Math.max(box.getWidth(), box.getHeight()) / FINENESS;
        Geometry drawn = boundary.getNumPoints() > MANY_POSITIONS
                ? DouglasPeuckerSimplifier.simplify(boundary, tolerance)
                : boundary;
        shapes.add(new Shape(title, href, drawn));
        extent.expandToInclude(box);
    }

    boolean isEmpty() {
        return shapes.isEmpty();
    }

    /** The map. */
    String svg(String title) {
        double across = Math.max(Math.toRadians(extent.getWidth()), 1e-9);
        double down = Math.max(stretched(extent.getMaxY()) - stretched(extent.getMinY()), 1e-9);
        double scale = (LONGER_SIDE - 2 * MARGIN) / Math.max(across, down);
        int width = (int) Math.ceil(across * scale) + 2 * MARGIN;
        int height = (int) Math.ceil(down * scale) + 2 * MARGIN;
        StringBuilder svg = new StringBuilder()
                .append("<svg class=\"map\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width + " " + height)
                .append("\" role=\"img\" aria-label=\"")
                .append(escape(title))
                .append("\"><g class=\"spaces\" fill-rule=\"evenodd\" stroke-linejoin=\"round\">");
        for (Shape shape : shapes) {
            svg.append("<a href=\"").append(escape(shape.href())).append("\"><path d=\"");
            for (int i = 0; i < shape.boundary().getNumGeometries(); i++) {
                append(svg, (Polygon) shape.boundary().getGeometryN(i), scale);
            }
            svg.append("\"><title>").append(escape(shape.title())).append("</title></path></a>");
        }
        return svg.append("</g></svg>").toString();
    }

    private void append(StringBuilder svg, Polygon polygon, double scale) {
        append(svg, polygon.getExteriorRing(), scale);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            append(svg, polygon.getInteriorRingN(i), scale);
        }
    }

    private void append(StringBuilder svg, LinearRing ring, double scale) {
        CoordinateSequence positions = ring.getCoordinateSequence();
        long lastX = Long.MIN_VALUE;
        long lastY = Long.MIN_VALUE;
        for (int i = 0; i < positions.size() - 1; i++) {
            long x = Math.round(Math.toRadians(positions.getX(i) - extent.getMinX()) * scale) + MARGIN;
            long y = Math.round((stretched(extent.getMaxY()) - stretched(positions.getY(i))) * scale) + MARGIN;
            if (x != lastX || y != lastY) {
                svg.append(i == 0 ? 'M' : 'L').append(x).append(' ').append(y);
                lastX = x;
                lastY = y;
            }
        }
        svg.append('Z');
    }

    private static double stretched(double latitude) {
        double cut = Math.max(-85, Math.min(85, latitude));
        return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(cut) / 2));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
