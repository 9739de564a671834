package de.quartierwerk.registry.ogc;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.registry.boundary.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The parameter {@code bbox} (Kartenausschnitt): four numbers, or six where clients think in heights. */
final class BboxParameter {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,20}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int HALF_TURN = 180;
    /** Straight edges of a box are curved in another system. */
    private static final int PARTS_OF_AN_EDGE = 32;

    private BboxParameter() {}

    /**
     * The box as an area in WGS84. What lies outside of the world or of the system is cut off; west of east it reaches
     * over the 180th meridian and has two parts.
     *
     * @throws Invalid where it is none
     */
    static Geometry area(String bbox, FeatureCrs crs) {
        double[] numbers = numbers(bbox);
        int half = numbers.length / 2;
        double west = numbers[crs.isLatitudeFirst() ? 1 : 0];
        double south = numbers[crs.isLatitudeFirst() ? 0 : 1];
        double east = numbers[half + (crs.isLatitudeFirst() ? 1 : 0)];
        double north = numbers[half + (crs.isLatitudeFirst() ? 0 : 1)];
        boolean upsideDown = south > north || (half == 3 && numbers[2] > numbers[5]);
        if (upsideDown || (west > east && !crs.isDegrees())) {
            throw malformed(bbox);
        }
        List<Envelope> boxes = west > east
                ? List.of(new Envelope(west, HALF_TURN, south, north), new Envelope(-HALF_TURN, east, south, north))
                : List.of(new Envelope(west, east, south, north));
        List<Geometry> areas = new ArrayList<>();
        for (Envelope box : boxes) {
            Envelope within = crs.crs().cut(box);
            if (!within.isNull()) {
                areas.add(inWgs84(within, crs));
            }
        }
        return FACTORY.buildGeometry(areas);
    }

    private static Geometry inWgs84(Envelope box, FeatureCrs crs) {
        Geometry area = FACTORY.toGeometry(box);
        if (crs.isDegrees()) {
            return area;
        }
        double longest = Math.max(box.getWidth(), box.getHeight());
        Geometry fine = longest > 0 ? Densifier.densify(area, longest / PARTS_OF_AN_EDGE) : area;
        return Projection.toWgs84(crs.crs()).apply(fine);
    }

    private static double[] numbers(String bbox) {
        String[] parts = bbox.split(",", -1);
        boolean numbers = (parts.length == 4 || parts.length == 6)
                && Arrays.stream(parts)
                        .allMatch(part -> NUMBER.matcher(part.strip()).matches());
        double[] values = numbers
                ? Arrays.stream(parts)
                        .map(String::strip)
                        .mapToDouble(Double::parseDouble)
                        .toArray()
                : new double[0];
        if (!numbers || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw malformed(bbox);
        }
        return values;
    }

    private static Invalid malformed(String bbox) {
        return Invalid.parameter("bbox", bbox, "ogc.bbox-malformed", bbox);
    }
}
