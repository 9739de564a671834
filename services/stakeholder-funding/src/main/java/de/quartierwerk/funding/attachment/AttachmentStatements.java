package de.quartierwerk.funding.attachment;

import de.quartierwerk.funding.programme.AttachmentKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rows of attachments; their bytes are read only one at a time. */
@ApplicationScoped
class AttachmentStatements {

    private static final String FACTS = "id, kind, title, file_name, type, size, sha256, added_by, added_at";
    private static final String INSERT = """
            insert into attachment (id, application, kind, title, file_name, type, size, sha256, content, added_by, added_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Jdbi jdbi;

    AttachmentStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(UUID application, AttachmentResponse file, byte[] content) {
        jdbi.useHandle(handle -> handle.execute(
                INSERT,
                file.id(),
                application,
                file.kind().name(),
                file.title(),
                file.fileName(),
                file.type().name(),
                file.size(),
                file.sha256(),
                content,
                file.addedBy(),
                file.addedAt().atOffset(ZoneOffset.UTC)));
    }

    /** All of an application, the oldest first. */
    List<AttachmentResponse> list(UUID application) {
        return jdbi.withHandle(handle -> handle.select(
                        "select " + FACTS + " from attachment where application = ? order by added_at, id", application)
                .map((row, context) -> file(row))
                .list());
    }

    Optional<AttachmentResponse> find(UUID application, UUID id) {
        return jdbi.withHandle(handle -> handle.select(
                        "select " + FACTS + " from attachment where application = ? and id = ?", application, id)
                .map((row, context) -> file(row))
                .findOne());
    }

    /** So many bytes of a file, less at its end. */
    byte[] piece(UUID id, int from, int bytes) {
        return jdbi.withHandle(handle -> handle.select(
                        "select substring(content from ? for ?) from attachment where id = ?", from + 1, bytes, id)
                .mapTo(byte[].class)
                .one());
    }

    private static AttachmentResponse file(ResultSet row) throws SQLException {
        return new AttachmentResponse(
                row.getObject("id", UUID.class),
                AttachmentKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("file_name"),
                FileType.valueOf(row.getString("type")),
                row.getInt("size"),
                row.getString("sha256"),
                row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
