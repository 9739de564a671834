package de.quartierwerk.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Made-up spaces side by side in the middle of Germany, each a polygon of 61 positions whose neighbours share its
 * edges.
 */
final class PolygonGrid {
    private static final int STEPS_PER_SIDE = 15;
    private static final double CELL_DEGREES = 0.008;
    private static final double WEST = 9;
    private static final double SOUTH = 50;
    private static final double LARGEST_SHIFT = 0.3 * CELL_DEGREES / STEPS_PER_SIDE;

    private final int count;
    private final int columns;
    private final String prefix;

    /** A grid of so many spaces, whose keys begin with this. */
    PolygonGrid(String prefix, int count) {
        this.prefix = prefix;
        this.count = count;
        this.columns = (int) Math.ceil(Math.sqrt(count));
    }

    /** Key of a space, from 0 on. */
    String key(int number) {
        return String.format(Locale.ROOT, "%s%06d", prefix, number);
    }

    /** Writes the grid as GeoJSON. */
    Path write(Path folder) throws IOException {
        Path file = folder.resolve(prefix + count + ".geojson");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
            for (int i = 0; i < count; i++) {
                out.write(i == 0 ? "" : ",\n");
                out.write("{\"type\":\"Feature\",\"properties\":{\"key\":\"" + key(i) + "\",\"name\":\"Sozialraum " + i
                        + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
                        + ring(i % columns * STEPS_PER_SIDE, i / columns * STEPS_PER_SIDE) + "]]}}");
            }
            out.write("\n]}\n");
        }
        return file;
    }

    private static String ring(int x, int y) {
        StringBuilder ring = new StringBuilder();
        for (int i = 0; i < STEPS_PER_SIDE; i++) {
            add(ring, x + i, y);
        }
        for (int i = 0; i < STEPS_PER_SIDE; i++) {
            add(ring, x + STEPS_PER_SIDE, y + i);
        }
        for (int i = STEPS_PER_SIDE; i > 0; i--) {
            add(ring, x + i, y + STEPS_PER_SIDE);
        }
        for (int i = STEPS_PER_SIDE; i >= 0; i--) {
            add(ring, x, y + i);
        }
        return ring.toString();
    }

    /** Adds a position, moved a little by an amount of its own, so that no edge is straight. */
    private static void add(StringBuilder ring, int x, int y) {
        int mixed = (x * 73_856_093) ^ (y * 19_349_663);
        mixed ^= mixed >>> 13;
        double east = (Math.floorMod(mixed, 1000) / 500.0 - 1) * LARGEST_SHIFT;
        double north = (Math.floorMod(mixed / 1000, 1000) / 500.0 - 1) * LARGEST_SHIFT;
        double step = CELL_DEGREES / STEPS_PER_SIDE;
        ring.append(ring.isEmpty() ? "[" : ",[")
                .append(decimal(WEST + x * step + east))
                .append(',')
                .append(decimal(SOUTH + y * step + north))
                .append(']');
    }

    private static String decimal(double degrees) {
        long digits = Math.round(degrees * 1e9);
        return digits / 1_000_000_000 + "." + String.format(Locale.ROOT, "%09d", digits % 1_000_000_000);
    }
}
