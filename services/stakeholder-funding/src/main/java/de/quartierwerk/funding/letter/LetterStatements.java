package de.quartierwerk.funding.letter;

import de.quartierwerk.funding.document.DocumentForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rows of documents that were made; nobody changes one. */
@ApplicationScoped
class LetterStatements {

    private final Jdbi jdbi;

    LetterStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    long nextNumber() {
        return jdbi.withHandle(handle -> handle.select("select nextval('letter_number')")
                .mapTo(Long.class)
                .one());
    }

    void insert(UUID application, LetterResponse letter, byte[] html, byte[] docx) {
        jdbi.useHandle(handle -> handle.execute(
                """
                insert into letter (number, application, kind, html, docx, sha256, made_by, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                letter.number(),
                application,
                letter.kind().name(),
                html,
                docx,
                letter.sha256(),
                letter.madeBy(),
                letter.madeAt().atOffset(ZoneOffset.UTC)));
    }

    /** All of an application, the oldest first. */
    List<LetterResponse> list(UUID application) {
        return jdbi.withHandle(handle -> handle.select(
                        "select number, kind, sha256, made_by, made_at from letter where application = ? order by number",
                        application)
                .map((row, context) -> letter(row))
                .list());
    }

    Optional<byte[]> content(UUID application, long number, DocumentForm form) {
        String column = form == DocumentForm.DOCX ? "docx" : "html";
        return jdbi.withHandle(handle -> handle.select(
                        "select " + column + " from letter where application = ? and number = ?", application, number)
                .mapTo(byte[].class)
                .findOne());
    }

    private static LetterResponse letter(ResultSet row) throws SQLException {
        return new LetterResponse(
                row.getLong("number"),
                LetterKind.valueOf(row.getString("kind")),
                row.getString("sha256"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
