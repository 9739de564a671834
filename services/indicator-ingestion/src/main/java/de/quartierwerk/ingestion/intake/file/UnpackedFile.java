package de.quartierwerk.ingestion.intake.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A delivered file without its packing, for formats that have to be read from their end: the file itself, or a copy
 * that lasts until this is closed.
 *
 * @param path where the content lies
 * @param temporary whether that is a copy
 */
public record UnpackedFile(Path path, boolean temporary) implements Closeable {
    /** Unpacks a file where that is needed. */
    public static UnpackedFile of(Path delivered, Packing packing) throws IOException {
        if (packing == Packing.NONE) {
            return new UnpackedFile(delivered, false);
        }
        try (InputStream in = Files.newInputStream(delivered)) {
            return temporary(in, packing);
        }
    }

    /** Unpacks a stream into a temporary file. */
    public static UnpackedFile temporary(InputStream delivered, Packing packing) throws IOException {
        Path copy = Files.createTempFile("submission", ".xlsx");
        try (InputStream content = packing.open(delivered)) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            return new UnpackedFile(copy, true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(path);
        }
    }
}
