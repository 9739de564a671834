package de.quartierwerk.registry.spaceexport;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Writes the boundaries of a shapefile ({@code .shp}) and its index ({@code .shx}), as ESRI describes them. */
final class ShapeWriter implements Closeable {
    private static final int HEADER_BYTES = 100;
    private static final int FILE_CODE = 9994;
    private static final int VERSION = 1000;
    private static final int POLYGON = 5;
    private static final int BYTES_BEFORE_PARTS = 44;
    private static final int BYTES_OF_POSITION = 16;
    private static final byte[] NOTHING = new byte[4];

    private final Path shapes;
    private final Path index;
    private final OutputStream shapesOut;
    private final OutputStream indexOut;
    private final Envelope extent = new Envelope();
    private int number;
    private int words = HEADER_BYTES / 2;

    ShapeWriter(Path shapes, Path index) throws IOException {
        this.shapes = shapes;
        this.index = index;
        this.shapesOut = new BufferedOutputStream(Files.newOutputStream(shapes));
        this.indexOut = new BufferedOutputStream(Files.newOutputStream(index));
        shapesOut.write(new byte[HEADER_BYTES]);
        indexOut.write(new byte[HEADER_BYTES]);
    }

    /** Adds a boundary, or a place in the order for a space that has none. */
    void add(@Nullable Geometry boundary) throws IOException {
        byte[] content = boundary == null ? NOTHING : polygon(boundary);
        number++;
        int length = content.length / 2;
        indexOut.write(head(words, length));
        shapesOut.write(head(number, length));
        shapesOut.write(content);
        words = Math.addExact(words, length + 4);
    }

    private static byte[] head(int first, int second) {
        return ByteBuffer.allocate(8).putInt(first).putInt(second).array();
    }

    private byte[] polygon(Geometry boundary) {
        List<LinearRing> rings = new ArrayList<>();
        List<Boolean> outer = new ArrayList<>();
        for (int i = 0; i < boundary.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) boundary.getGeometryN(i);
            rings.add(polygon.getExteriorRing());
            outer.add(true);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(polygon.getInteriorRingN(hole));
                outer.add(false);
            }
        }
        int positions = boundary.getNumPoints();
        Envelope box = boundary.getEnvelopeInternal();
        extent.expandToInclude(box);
        ByteBuffer content = ByteBuffer.allocate(BYTES_BEFORE_PARTS + 4 * rings.size() + BYTES_OF_POSITION * positions)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(POLYGON);
        putBox(content, box);
        content.putInt(rings.size()).putInt(positions);
        int begin = 0;
        for (LinearRing ring : rings) {
            content.putInt(begin);
            begin += ring.getNumPoints();
        }
        for (int i = 0; i < rings.size(); i++) {
            put(content, rings.get(i).getCoordinateSequence(), outer.get(i));
        }
        return content.array();
    }

    /** Outer rings run clockwise, the other way round than in GeoJSON. */
    private static void put(ByteBuffer content, CoordinateSequence ring, boolean clockwise) {
        boolean turned = Orientation.isCCW(ring) == clockwise;
        for (int i = 0; i < ring.size(); i++) {
            int from = turned ? ring.size() - 1 - i : i;
            content.putDouble(ring.getX(from)).putDouble(ring.getY(from));
        }
    }

    private static void putBox(ByteBuffer content, Envelope box) {
        content.putDouble(box.getMinX())
                .putDouble(box.getMinY())
                .putDouble(box.getMaxX())
                .putDouble(box.getMaxY());
    }

    @Override
    public void close() throws IOException {
        shapesOut.close();
        indexOut.close();
        writeHeader(shapes, words);
        writeHeader(index, HEADER_BYTES / 2 + 4 * number);
    }

    private void writeHeader(Path path, int length) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).putInt(FILE_CODE);
        header.putInt(24, length);
        header.order(ByteOrder.LITTLE_ENDIAN).position(28);
        header.putInt(VERSION).putInt(POLYGON);
        putBox(header, extent.isNull() ? new Envelope(0, 0, 0, 0) : extent);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(header.array());
        }
    }
}
