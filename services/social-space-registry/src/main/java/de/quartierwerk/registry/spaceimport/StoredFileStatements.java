package de.quartierwerk.registry.spaceimport;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Files of imports in the database, in pieces, until their rows are staged. */
@ApplicationScoped
class StoredFileStatements {
    private static final int PIECE_BYTES = 1 << 20;

    private final Jdbi jdbi;
    private final Path folder;

    StoredFileStatements(Jdbi jdbi, @ConfigProperty(name = "quarkus.http.body.uploads-directory") Path folder) {
        this.jdbi = jdbi;
        this.folder = folder;
    }

    /** Reads a file that lies in a folder. */
    interface Reading<T> {
        T from(Path file) throws FileFault, IOException;
    }

    /** Keeps a file, in the caller's transaction. */
    void keep(UUID id, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (byte[] piece = in.readNBytes(PIECE_BYTES); piece.length > 0; piece = in.readNBytes(PIECE_BYTES)) {
                insert(id, number++, piece);
            }
        }
    }

    /** Lets a file be read from a folder of this machine, since some kinds of files are not read from start to end. */
    <T> T read(UUID id, Reading<T> reading) throws FileFault, IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("import-" + id);
        Files.deleteIfExists(file);
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                int number = 0;
                for (Optional<byte[]> piece = piece(id, number); piece.isPresent(); piece = piece(id, ++number)) {
                    out.write(piece.get());
                }
            }
            return reading.from(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    void remove(UUID id) {
        jdbi.useHandle(handle -> handle.execute("delete from space_import_file where import_id = ?", id));
    }

    private void insert(UUID id, int number, byte[] piece) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into space_import_file (import_id, number, bytes) values (?, ?, ?)", id, number, piece));
    }

    private Optional<byte[]> piece(UUID id, int number) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> jdbi.withHandle(handle -> handle.select(
                                "select bytes from space_import_file where import_id = ? and number = ?", id, number)
                        .map((row, context) -> row.getBytes(1))
                        .findOne()));
    }
}
