package de.quartierwerk.registry.spaceimport;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file of square spaces side by side, as large as wanted: each side has many positions. */
final class GridFile {
    private static final double CELL = 0.01;

    private GridFile() {}

    /** Writes spaces with keys from {@code prefix-0} on as GeoJSON. */
    static Path write(Path file, String prefix, int spaces, int positionsPerSide) throws IOException {
        int columns = (int) Math.ceil(Math.sqrt(spaces));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[");
            for (int i = 0; i < spaces; i++) {
                out.write((i == 0 ? "" : ",") + "{\"type\":\"Feature\",\"properties\":{\"key\":\"" + prefix + "-" + i
                        + "\",\"name\":\"Raum " + i + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
                int column = i % columns;
                int line = i / columns;
                ring(out, 9 + column * CELL, 50 + line * CELL, positionsPerSide);
                out.write("]]}}");
            }
            out.write("]}");
        }
        return file;
    }

    private static void ring(BufferedWriter out, double west, double south, int steps) throws IOException {
        double step = CELL / steps;
        for (int i = 0; i < steps; i++) {
            out.write(position(west + i * step, south) + ",");
        }
        for (int i = 0; i < steps; i++) {
            out.write(position(west + CELL, south + i * step) + ",");
        }
        for (int i = 0; i < steps; i++) {
            out.write(position(west + CELL - i * step, south + CELL) + ",");
        }
        for (int i = 0; i < steps; i++) {
            out.write(position(west, south + CELL - i * step) + ",");
        }
        out.write(position(west, south));
    }

    private static String position(double lon, double lat) {
        return String.format(Locale.ROOT, "[%.9f,%.9f]", lon, lat);
    }
}
