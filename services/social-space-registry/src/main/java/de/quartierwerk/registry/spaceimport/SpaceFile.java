package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.geofile.GeoPackage;
import de.quartierwerk.registry.geofile.ZippedShapefile;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Recognises by its bytes which kind of file was delivered, and reads it. */
final class SpaceFile {
    private static final int SAMPLE = 8192;
    private static final byte RECORD_SEPARATOR = 0x1E;
    private static final long LARGEST = 4L << 30;
    private static final int LARGEST_RATIO = 200;
    /** What a small file may come to, however well it is packed. */
    private static final long ALWAYS_ALLOWED = 1 << 20;

    private SpaceFile() {}

    /**
     * Reads a file: GeoJSON or CSV, packed by gzip or not, a zipped shapefile or a GeoPackage. Whatever its size, no
     * more than a row of it is in memory.
     *
     * @throws FileFault when the file as a whole cannot be read
     */
    static FileContent read(Path file, ImportOptions options, RowSink sink) throws FileFault, IOException {
        byte[] sample = sample(file);
        if (sample.length == 0) {
            throw FileFault.unusable("import.file-empty", null, null, null);
        }
        if (startsWith(sample, 'P', 'K', 3, 4) || startsWith(sample, 'P', 'K', 5, 6)) {
            return GeoFileSpaces.read(() -> new ZippedShapefile(file), options, sink);
        }
        if (GeoPackage.startsLikeOne(sample)) {
            return GeoFileSpaces.read(() -> new GeoPackage(file), options, sink);
        }
        return startsWith(sample, 0x1F, 0x8B)
                ? readUnpacked(file, options, sink)
                : readText(file, sample, options, sink);
    }

    private static byte[] sample(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SAMPLE);
        }
    }

    private static FileContent readText(Path file, byte[] sample, ImportOptions options, RowSink sink)
            throws FileFault, IOException {
        Charset wide = wideCharset(sample);
        if (wide != null) {
            return readRewritten(file, wide, options, sink);
        }
        if (isBinary(sample)) {
            throw FileFault.unusable("import.file-binary", null, null, null);
        }
        return switch (firstCharacter(sample)) {
            case '{', '[' -> GeoJsonSpaces.read(file, options, sink);
            case '<' -> throw FileFault.unusable("import.file-xml", null, null, null);
            case 0 -> throw FileFault.unusable("import.file-empty", null, null, null);
            default -> CsvSpaces.read(file, options, sink);
        };
    }

    private static FileContent readUnpacked(Path file, ImportOptions options, RowSink sink)
            throws FileFault, IOException {
        Path unpacked = Files.createTempFile("spaces", ".txt");
        try {
            unpack(file, unpacked);
            byte[] sample = sample(unpacked);
            if (sample.length == 0) {
                throw FileFault.unusable("import.file-empty", null, null, null);
            }
            return readText(unpacked, sample, options, sink);
        } finally {
            Files.delete(unpacked);
        }
    }

    private static void unpack(Path file, Path target) throws FileFault, IOException {
        long limit = Math.max(ALWAYS_ALLOWED, Math.min(LARGEST, LARGEST_RATIO * Files.size(file)));
        byte[] portion = new byte[SAMPLE];
        long written = 0;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                OutputStream out = Files.newOutputStream(target)) {
            for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
                written += read;
                if (written > limit) {
                    throw FileFault.unusable("import.zip-too-large", null, null, null);
                }
                out.write(portion, 0, read);
            }
        } catch (ZipException | EOFException e) {
            throw FileFault.unusable("import.zip-broken", null, null, null);
        }
    }

    /** Reads a text in UTF-16, which spreadsheet programs write. */
    private static FileContent readRewritten(Path file, Charset charset, ImportOptions options, RowSink sink)
            throws FileFault, IOException {
        Path rewritten = Files.createTempFile("spaces", ".txt");
        try {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
                    BufferedWriter out = Files.newBufferedWriter(rewritten, StandardCharsets.UTF_8)) {
                in.transferTo(out);
            }
            return readText(rewritten, sample(rewritten), options, sink);
        } finally {
            Files.delete(rewritten);
        }
    }

    private static @Nullable Charset wideCharset(byte[] sample) {
        boolean wide = startsWith(sample, 0xFF, 0xFE) || startsWith(sample, 0xFE, 0xFF);
        return wide ? StandardCharsets.UTF_16 : null;
    }

    private static boolean startsWith(byte[] sample, int... bytes) {
        if (sample.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((sample[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Text has no control characters but tab, line feed, form feed, carriage return, and what separates JSON texts. */
    private static boolean isBinary(byte[] sample) {
        for (byte b : sample) {
            boolean control = (b >= 0 && b < '\t') || b == 0x0B || (b > '\r' && b < ' ') || b == 0x7F;
            if (control && b != RECORD_SEPARATOR) {
                return true;
            }
        }
        return false;
    }

    /** First byte that is neither white space, a separator, nor a byte order mark, 0 without any. */
    private static int firstCharacter(byte[] sample) {
        for (int i = startsWith(sample, 0xEF, 0xBB, 0xBF) ? 3 : 0; i < sample.length; i++) {
            if (!Character.isWhitespace(sample[i])) {
                return sample[i] & 0xFF;
            }
        }
        return 0;
    }
}
