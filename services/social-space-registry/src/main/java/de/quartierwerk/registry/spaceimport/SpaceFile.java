package de.quartierwerk.registry.spaceimport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recognises by its bytes which kind of file was delivered, and reads it. */
final class SpaceFile {
    private static final int SAMPLE = 8192;

    private SpaceFile() {}

    /**
     * Reads a GeoJSON or CSV file.
     *
     * @throws FileFault when the file as a whole cannot be read
     */
    static SpaceRows read(Path file, ImportOptions options) throws FileFault, IOException {
        byte[] sample;
        try (InputStream in = Files.newInputStream(file)) {
            sample = in.readNBytes(SAMPLE);
        }
        if (sample.length == 0) {
            throw FileFault.unusable("import.file-empty", null, null, null);
        }
        if (isBinary(sample)) {
            throw FileFault.unusable("import.file-binary", null, null, null);
        }
        return switch (firstCharacter(sample)) {
            case '{', '[' -> GeoJsonSpaces.read(file, options);
            case 0 -> throw FileFault.unusable("import.file-empty", null, null, null);
            default -> CsvSpaces.read(file, options);
        };
    }

    /** Text has no control characters but tab, line feed, form feed and carriage return. */
    private static boolean isBinary(byte[] sample) {
        for (byte b : sample) {
            if ((b >= 0 && b < '\t') || b == 0x0B || (b > '\r' && b < ' ') || b == 0x7F) {
                return true;
            }
        }
        return false;
    }

    /** First byte that is neither white space nor a byte order mark, 0 without any. */
    private static int firstCharacter(byte[] sample) {
        boolean marked =
                sample.length >= 3 && sample[0] == (byte) 0xEF && sample[1] == (byte) 0xBB && sample[2] == (byte) 0xBF;
        for (int i = marked ? 3 : 0; i < sample.length; i++) {
            if (!Character.isWhitespace(sample[i])) {
                return sample[i] & 0xFF;
            }
        }
        return 0;
    }
}
