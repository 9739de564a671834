package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.ingestion.intake.file.FileUnavailable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Delivered files, kept in the database in pieces, byte for byte. */
@ApplicationScoped
public class StoredFiles {
    private static final int PIECE_BYTES = 1024 * 1024;

    private final FileStatements statements;
    private final Map<UUID, Pieces> beingRead = new ConcurrentHashMap<>();

    StoredFiles(FileStatements statements) {
        this.statements = statements;
    }

    /** Keeps a file, in the caller's transaction. */
    void keep(UUID submission, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (byte[] piece = in.readNBytes(PIECE_BYTES); piece.length > 0; piece = in.readNBytes(PIECE_BYTES)) {
                statements.insert(submission, number++, piece);
            }
        }
    }

    /**
     * Reads a file that an earlier transaction kept, piece by piece, over connections of its own: the connection of the
     * caller's transaction may be busy loading what was read.
     *
     * @return a stream that throws {@link FileUnavailable} where a piece cannot be fetched
     */
    public InputStream open(UUID submission) {
        Pieces pieces = new Pieces(submission);
        beingRead.put(submission, pieces);
        return pieces;
    }

    /** How many bytes of a file that is open here were read; 0 where it is not open. */
    public long bytesRead(UUID submission) {
        Pieces pieces = beingRead.get(submission);
        return pieces == null ? 0 : pieces.bytesFetched;
    }

    private final class Pieces extends InputStream {
        private final UUID submission;
        private byte[] piece = new byte[0];
        private int position;
        private int next;
        private volatile long bytesFetched;

        Pieces(UUID submission) {
            this.submission = submission;
        }

        private boolean ended() {
            while (position == piece.length) {
                byte @Nullable [] read = fetch();
                if (read == null) {
                    return true;
                }
                piece = read;
                position = 0;
                next++;
                bytesFetched = (next - 1L) * PIECE_BYTES + piece.length;
            }
            return false;
        }

        private byte @Nullable [] fetch() {
            try {
                return QuarkusTransaction.requiringNew()
                        .call(() -> statements.piece(submission, next).orElse(null));
            } catch (RuntimeException e) {
                throw new FileUnavailable(e);
            }
        }

        @Override
        public void close() {
            beingRead.remove(submission, this);
        }

        @Override
        public int read() {
            return ended() ? -1 : piece[position++] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, into.length);
            if (length == 0) {
                return 0;
            }
            if (ended()) {
                return -1;
            }
            int count = Math.min(length, piece.length - position);
            System.arraycopy(piece, position, into, offset, count);
            position += count;
            return count;
        }
    }
}
