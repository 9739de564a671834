package de.quartierwerk.registry.geofile;

import de.quartierwerk.registry.boundary.BoundaryRoom;
import de.quartierwerk.registry.boundary.DeliveredBoundary;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** Reads the shapes of a {@code .shp} file one after the other; heights and measures are dropped. */
final class ShapeRecords implements Closeable {
    private static final String BROKEN = "import.shapefile-broken";
    private static final int MAGIC = 9994;
    private static final int PLAIN_POLYGON = 5;
    private static final int HEADER = 100;
    /** Type, box, and how many rings and positions a record with polygons has. */
    private static final int HEAD = 44;

    private static final Map<Integer, String> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry(0, "Null"),
            Map.entry(1, "Point"),
            Map.entry(3, "PolyLine"),
            Map.entry(5, "Polygon"),
            Map.entry(8, "MultiPoint"),
            Map.entry(11, "PointZ"),
            Map.entry(13, "PolyLineZ"),
            Map.entry(15, "PolygonZ"),
            Map.entry(18, "MultiPointZ"),
            Map.entry(21, "PointM"),
            Map.entry(23, "PolyLineM"),
            Map.entry(25, "PolygonM"),
            Map.entry(28, "MultiPointM"),
            Map.entry(31, "MultiPatch")));

    private final DataInputStream in;
    private final String type;

    ShapeRecords(InputStream shp) throws BrokenFile, IOException {
        in = new DataInputStream(new BufferedInputStream(shp, 1 << 16));
        byte[] bytes = in.readNBytes(HEADER);
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER || header.getInt(0) != MAGIC) {
            throw new BrokenFile(BROKEN, 0);
        }
        type = name(header.order(ByteOrder.LITTLE_ENDIAN).getInt(32));
    }

    /** A shape: polygons, or the type of another one; neither for none. */
    record Shape(
            @Nullable DeliveredBoundary boundary, @Nullable String otherType) {}

    /** Type of the file's shapes. */
    String type() {
        return type;
    }

    /** The next shape; null at the end. */
    @Nullable
    Shape next(int number) throws BrokenFile, IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        try {
            in.skipNBytes(3);
            long bytes = 2L * in.readInt();
            if (bytes < Integer.BYTES) {
                throw new BrokenFile(BROKEN, number);
            }
            byte[] head = new byte[(int) Math.min(bytes, HEAD)];
            in.readFully(head);
            return shape(ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN), bytes - head.length);
        } catch (EOFException | BufferUnderflowException e) {
            throw new BrokenFile(BROKEN, number);
        }
    }

    /** @param more bytes of the record that follow its head */
    private Shape shape(ByteBuffer head, long more) throws IOException {
        int code = head.getInt();
        boolean polygon = code == PLAIN_POLYGON || code == 15 || code == 25;
        if (!polygon) {
            in.skipNBytes(more);
            return new Shape(null, code == 0 ? null : name(code));
        }
        head.position(head.position() + 4 * Double.BYTES);
        int parts = head.getInt();
        int points = head.getInt();
        long needed = (long) parts * Integer.BYTES + (long) points * 2 * Double.BYTES;
        if (parts < 0 || points < 0 || needed > more) {
            throw new BufferUnderflowException();
        }
        if (parts > BoundaryRoom.MOST_RINGS || points > BoundaryRoom.MOST_POSITIONS) {
            in.skipNBytes(more);
            return new Shape(DeliveredBoundary.TOO_LARGE, null);
        }
        List<double[]> rings = rings(parts, points);
        in.skipNBytes(more - needed);
        return new Shape(DeliveredBoundary.of(polygons(rings), code != PLAIN_POLYGON), null);
    }

    private List<double[]> rings(int parts, int points) throws IOException {
        int[] begins = new int[parts + 1];
        begins[parts] = points;
        for (int i = 0; i < parts; i++) {
            begins[i] = Integer.reverseBytes(in.readInt());
        }
        in.skipNBytes(2L * Double.BYTES * begins[0]);
        List<double[]> rings = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            if (begins[i] < 0 || begins[i + 1] < begins[i] || begins[i + 1] > points) {
                throw new BufferUnderflowException();
            }
            double[] ordinates = new double[2 * (begins[i + 1] - begins[i])];
            for (int j = 0; j < ordinates.length; j++) {
                ordinates[j] = Double.longBitsToDouble(Long.reverseBytes(in.readLong()));
            }
            rings.add(ordinates);
        }
        return rings;
    }

    /** Outer rings run clockwise, holes the other way round; a hole belongs to the smallest ring around it. */
    private static List<List<double[]>> polygons(List<double[]> rings) {
        return polygons(rings, 1);
    }

    /** @param clockwise 1 where outer rings run clockwise, -1 where all rings run the wrong way round */
    private static List<List<double[]>> polygons(List<double[]> rings, int clockwise) {
        List<List<double[]>> polygons = new ArrayList<>();
        List<double[]> holes = new ArrayList<>();
        for (double[] ring : rings) {
            if (clockwise * Area.ofRingSigned(sequence(ring)) >= 0) {
                polygons.add(new ArrayList<>(List.of(ring)));
            } else {
                holes.add(ring);
            }
        }
        if (polygons.isEmpty()) {
            holes.forEach(ring -> polygons.add(List.of(ring)));
            return polygons;
        }
        if (clockwise > 0 && !holes.isEmpty() && turnedRound(polygons, holes)) {
            return polygons(rings, -1);
        }
        for (double[] hole : holes) {
            polygonAround(hole, polygons).add(hole);
        }
        return polygons;
    }

    /** Some programs write all rings the wrong way round: then every outer ring lies in a hole. */
    private static boolean turnedRound(List<List<double[]>> polygons, List<double[]> holes) {
        return polygons.stream()
                .map(polygon -> polygon.get(0))
                .allMatch(outer -> holes.stream().anyMatch(hole -> holds(hole, outer)));
    }

    /** A hole that no ring holds goes to the first one, so that the check of the geometry can tell of it. */
    private static List<double[]> polygonAround(double[] hole, List<List<double[]>> polygons) {
        if (polygons.size() == 1) {
            return polygons.get(0);
        }
        return polygons.stream()
                .filter(polygon -> holds(polygon.get(0), hole))
                .min(Comparator.comparingDouble(polygon -> Math.abs(Area.ofRingSigned(sequence(polygon.get(0))))))
                .orElse(polygons.get(0));
    }

    private static boolean holds(double[] ring, double[] positions) {
        CoordinateSequence around = sequence(ring);
        CoordinateSequence within = sequence(positions);
        return IntStream.range(0, within.size())
                .allMatch(i ->
                        RayCrossingCounter.locatePointInRing(within.getCoordinate(i), around) != Location.EXTERIOR);
    }

    private static CoordinateSequence sequence(double[] ordinates) {
        return new PackedCoordinateSequence.Double(ordinates, 2, 0);
    }

    private static String name(int code) {
        return TYPES.getOrDefault(code, Integer.toString(code));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
