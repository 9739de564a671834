package de.quartierwerk.acceptance;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file of squares side by side, whose edges have many positions: about 1.7 KB each. */
final class LargeGeoFile {
    private static final int STEPS_PER_SIDE = 15;
    private static final double STEP = 0.0004;

    private LargeGeoFile() {}

    /** Writes spaces with keys from {@code prefix-0} on as features, one a line. */
    static Path write(Path file, String prefix, int spaces) throws IOException {
        int columns = (int) Math.ceil(Math.sqrt(spaces));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < spaces; i++) {
                out.write("{\"type\":\"Feature\",\"properties\":{\"key\":\"" + prefix + "-" + i
                        + "\",\"name\":\"Raum\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
                        + ring(i % columns * STEPS_PER_SIDE, i / columns * STEPS_PER_SIDE) + "]]}}\n");
            }
        }
        return file;
    }

    private static String ring(int x, int y) {
        StringBuilder ring = new StringBuilder();
        for (int i = 0; i < STEPS_PER_SIDE; i++) {
            ring.append(position(x + i, y)).append(',');
        }
        for (int i = 0; i < STEPS_PER_SIDE; i++) {
            ring.append(position(x + STEPS_PER_SIDE, y + i)).append(',');
        }
        for (int i = STEPS_PER_SIDE; i > 0; i--) {
            ring.append(position(x + i, y + STEPS_PER_SIDE)).append(',');
        }
        for (int i = STEPS_PER_SIDE; i > 0; i--) {
            ring.append(position(x, y + i)).append(',');
        }
        return ring.append(position(x, y)).toString();
    }

    private static String position(int x, int y) {
        return String.format(Locale.ROOT, "[%.9f,%.9f]", 9.5 + x * STEP, 49.5 + y * STEP);
    }
}
