package de.quartierwerk.ingestion.intake.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The pieces of delivered files; too many bytes for a persistence context to keep. */
@ApplicationScoped
class FileStatements {
    private final Jdbi jdbi;

    FileStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(UUID submission, int number, byte[] piece) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into submission_file (submission, number, bytes) values (?, ?, ?)", submission, number, piece));
    }

    Optional<byte[]> piece(UUID submission, int number) {
        return jdbi.withHandle(handle -> handle.select(
                        "select bytes from submission_file where submission = ? and number = ?", submission, number)
                .map((row, context) -> row.getBytes(1))
                .findOne());
    }
}
