package de.quartierwerk.registry.geofile;

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
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;

/** Reads the shapes of a {@code .shp} file one after the other; heights and measures are dropped. */
final class ShapeRecords implements Closeable {
    private static final String BROKEN = "import.shapefile-broken";
    private static final int MAGIC = 9994;
    private static final int PLAIN_POLYGON = 5;
    private static final int HEADER = 100;
    private static final int LARGEST_RECORD = 1 << 29;
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
            in.readNBytes(3);
            long bytes = 2L * in.readInt();
            if (bytes < 4 || bytes > LARGEST_RECORD) {
                throw new BrokenFile(BROKEN, number);
            }
            byte[] content = in.readNBytes((int) bytes);
            if (content.length < bytes) {
                throw new BrokenFile(BROKEN, number);
            }
            return shape(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
        } catch (EOFException | BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new BrokenFile(BROKEN, number);
        }
    }

    private static Shape shape(ByteBuffer content) {
        int code = content.getInt();
        return switch (code) {
            case 0 -> new Shape(null, null);
            case PLAIN_POLYGON, 15, 25 ->
                new Shape(DeliveredBoundary.of(polygons(rings(content)), code != PLAIN_POLYGON), null);
            default -> new Shape(null, name(code));
        };
    }

    private static List<double[]> rings(ByteBuffer content) {
        content.position(content.position() + 4 * Double.BYTES);
        int parts = content.getInt();
        int points = content.getInt();
        if (parts < 0 || points < 0 || (long) points * 2 * Double.BYTES > content.remaining()) {
            throw new BufferUnderflowException();
        }
        int[] begins = new int[parts + 1];
        begins[parts] = points;
        for (int i = 0; i < parts; i++) {
            begins[i] = content.getInt();
        }
        int base = content.position();
        List<double[]> rings = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            if (begins[i] < 0 || begins[i + 1] < begins[i]) {
                throw new BufferUnderflowException();
            }
            double[] ordinates = new double[2 * (begins[i + 1] - begins[i])];
            content.position(base + 2 * Double.BYTES * begins[i]);
            content.slice().order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(ordinates);
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
            if (clockwise * Area.ofRingSigned(coordinates(ring)) >= 0) {
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
                .map(polygon -> coordinates(polygon.get(0)))
                .allMatch(outer -> holes.stream().anyMatch(hole -> holds(coordinates(hole), outer)));
    }

    /** A hole that no ring holds goes to the first one, so that the check of the geometry can tell of it. */
    private static List<double[]> polygonAround(double[] hole, List<List<double[]>> polygons) {
        if (polygons.size() == 1) {
            return polygons.get(0);
        }
        Coordinate[] positions = coordinates(hole);
        return polygons.stream()
                .filter(polygon -> holds(coordinates(polygon.get(0)), positions))
                .min(Comparator.comparingDouble(polygon -> Area.ofRing(coordinates(polygon.get(0)))))
                .orElse(polygons.get(0));
    }

    private static boolean holds(Coordinate[] ring, Coordinate[] positions) {
        for (Coordinate position : positions) {
            if (!PointLocation.isInRing(position, ring)) {
                return false;
            }
        }
        return true;
    }

    private static Coordinate[] coordinates(double[] ordinates) {
        Coordinate[] coordinates = new Coordinate[ordinates.length / 2];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = new Coordinate(ordinates[2 * i], ordinates[2 * i + 1]);
        }
        return coordinates;
    }

    private static String name(int code) {
        return TYPES.getOrDefault(code, Integer.toString(code));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
