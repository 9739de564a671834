package de.quartierwerk.registry.span;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes boundaries as GeoJSON geometries, fast, since most of what leaves consists of positions. They are rounded to
 * about a centimetre in degrees and a millimetre in metres.
 */
public final class PositionText {
    private static final int DECIMALS_OF_DEGREES = 7;
    private static final int DECIMALS_OF_METRES = 3;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

    private final StringBuilder text = new StringBuilder();
    private final int decimals;
    private final boolean yFirst;

    /**
     * A writer of one coordinate system.
     *
     * @param degrees whether positions are degrees, else metres
     * @param yFirst whether y is written before x
     */
    public PositionText(boolean degrees, boolean yFirst) {
        this.decimals = degrees ? DECIMALS_OF_DEGREES : DECIMALS_OF_METRES;
        this.yFirst = yFirst;
    }

    /** The geometry object; outer rings run counter-clockwise. What is answered is overwritten by the next call. */
    public CharSequence geometry(Geometry boundary) {
        text.setLength(0);
        if (boundary instanceof Polygon polygon) {
            text.append("{\"type\":\"Polygon\",\"coordinates\":");
            append(polygon);
        } else {
            text.append("{\"type\":\"MultiPolygon\",\"coordinates\":[");
            for (int i = 0; i < boundary.getNumGeometries(); i++) {
                text.append(i == 0 ? "" : ",");
                append((Polygon) boundary.getGeometryN(i));
            }
            text.append(']');
        }
        return text.append('}');
    }

    private void append(Polygon polygon) {
        text.append('[');
        append(polygon.getExteriorRing(), true);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            text.append(',');
            append(polygon.getInteriorRingN(i), false);
        }
        text.append(']');
    }

    private void append(LinearRing ring, boolean counterClockwise) {
        CoordinateSequence positions = ring.getCoordinateSequence();
        int size = positions.size();
        boolean turned = Orientation.isCCW(positions) != counterClockwise;
        for (int i = 0; i < size; i++) {
            int index = turned ? size - 1 - i : i;
            text.append(i == 0 ? "[[" : ",[");
            append(yFirst ? positions.getY(index) : positions.getX(index));
            text.append(',');
            append(yFirst ? positions.getX(index) : positions.getY(index));
            text.append(']');
        }
        text.append(']');
    }

    private void append(double value) {
        long power = POWERS[decimals];
        long rounded = Math.round(value * power);
        if (rounded < 0) {
            text.append('-');
            rounded = -rounded;
        }
        text.append(rounded / power);
        long rest = rounded % power;
        if (rest != 0) {
            text.append('.');
            while (rest != 0) {
                power /= 10;
                text.append((char) ('0' + rest / power));
                rest %= power;
            }
        }
    }
}
