package de.quartierwerk.registry.geofile;

import de.quartierwerk.registry.boundary.BoundaryRoom;
import de.quartierwerk.registry.boundary.DeliveredBoundary;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the polygons of well-known binary. JTS refuses rings that are open or short without saying where, so the rings
 * are taken as they are and checked later.
 */
final class WkbRings {
    private static final int POLYGON = 3;
    private static final int MULTI_POLYGON = 6;
    private static final int EXTENDED_Z = 0x80000000;
    private static final int EXTENDED_M = 0x40000000;
    private static final int EXTENDED_SRID = 0x20000000;
    private static final List<String> TYPES = List.of(
            "Geometry",
            "Point",
            "LineString",
            "Polygon",
            "MultiPoint",
            "MultiLineString",
            "MultiPolygon",
            "GeometryCollection",
            "CircularString",
            "CompoundCurve",
            "CurvePolygon",
            "MultiCurve",
            "MultiSurface");

    private final ByteBuffer wkb;
    private String type = "";
    private final BoundaryRoom room = new BoundaryRoom();
    private boolean heights;

    WkbRings(ByteBuffer wkb) {
        this.wkb = wkb;
    }

    /** Type of what was read. */
    String type() {
        return type;
    }

    /**
     * The polygons; empty where the geometry is of another type.
     *
     * @throws BufferUnderflowException when the geometry is cut off
     * @throws IllegalArgumentException when it is damaged otherwise
     */
    Optional<DeliveredBoundary> read() {
        List<List<double[]>> polygons = new ArrayList<>();
        if (!addPolygons(polygons, false)) {
            return Optional.empty();
        }
        return Optional.of(room.exceeded() ? DeliveredBoundary.TOO_LARGE : DeliveredBoundary.of(polygons, heights));
    }

    private boolean addPolygons(List<List<double[]>> polygons, boolean within) {
        wkb.order(wkb.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int code = wkb.getInt();
        int extra = extraOrdinates(code);
        heights |= extra > 0;
        if ((code & EXTENDED_SRID) != 0) {
            wkb.getInt();
        }
        int plain = (code & 0x1FFFFFFF) % 1000;
        if (type.isEmpty()) {
            type = plain < TYPES.size() ? TYPES.get(plain) : Integer.toString(plain);
        }
        if (plain == POLYGON) {
            polygons.add(rings(extra));
            return true;
        }
        if (within) {
            throw new IllegalArgumentException("Only polygons lie within others");
        }
        if (plain != MULTI_POLYGON) {
            return false;
        }
        int count = count();
        for (int i = 0; i < count && room.takeRing(); i++) {
            addPolygons(polygons, true);
        }
        return true;
    }

    private static int extraOrdinates(int code) {
        int thousands = (code & 0x1FFFFFFF) / 1000;
        int extended = ((code & EXTENDED_Z) != 0 ? 1 : 0) + ((code & EXTENDED_M) != 0 ? 1 : 0);
        return extended + (thousands == 3 ? 2 : thousands == 0 ? 0 : 1);
    }

    private List<double[]> rings(int extra) {
        int count = count();
        List<double[]> rings = new ArrayList<>();
        for (int i = 0; i < count && room.takeRing(); i++) {
            int positions = count();
            if (!room.take(positions)) {
                break;
            }
            double[] ordinates = new double[2 * positions];
            for (int j = 0; j < positions; j++) {
                ordinates[2 * j] = wkb.getDouble();
                ordinates[2 * j + 1] = wkb.getDouble();
                wkb.position(wkb.position() + Double.BYTES * extra);
            }
            rings.add(ordinates);
        }
        return rings;
    }

    /** A number of things, each of which takes at least four bytes. */
    private int count() {
        int count = wkb.getInt();
        if (count < 0 || count > wkb.remaining() / 4) {
            throw new BufferUnderflowException();
        }
        return count;
    }
}
