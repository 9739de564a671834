package de.quartierwerk.ingestion.intake.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.ingestion.intake.mapping.Detected;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Turns rows of the submission table into objects, and documents into JSON. */
@ApplicationScoped
class SubmissionRows {
    private final ObjectMapper json;

    SubmissionRows(ObjectMapper json) {
        this.json = json;
    }

    Submission read(ResultSet row) throws SQLException {
        return new Submission(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                State.valueOf(row.getString("state")),
                row.getBoolean("dry_run"),
                row.getString("submitter"),
                row.getString("organisation"),
                row.getArray("scope") == null ? null : Sql.texts(row, "scope"),
                row.getString("file_name"),
                row.getLong("file_size"),
                row.getString("file_sha256"),
                document(row, "mapping", Mapping.class),
                row.getString("profile"),
                row.getObject("profile_version", Long.class),
                document(row, "detected", Detected.class),
                Sql.texts(row, "header"),
                new Submission.Times(
                        Sql.instant(row, "received_at"),
                        Sql.instant(row, "validated_at"),
                        Sql.instant(row, "decided_at"),
                        Sql.instant(row, "released_at")),
                row.getString("decided_by"),
                row.getString("reason"),
                row.getLong("done"),
                row.getObject("total", Long.class),
                counts(row),
                document(row, "coverage", Coverage.class),
                row.getObject("release", UUID.class),
                row.getInt("attempts"),
                row.getLong("answered_count"),
                new Submission.Links(
                        row.getObject("corrects", UUID.class),
                        row.getObject("withdraws", UUID.class),
                        row.getObject("followed_by", UUID.class)),
                new Submission.Work(
                        Sql.instant(row, "checking_since"),
                        row.getObject("expected_rows", Long.class),
                        Sql.instant(row, "releasing_since")));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        if (row.getObject("row_count") == null) {
            return null;
        }
        return new Counts(
                row.getLong("row_count"),
                row.getLong("value_count"),
                row.getLong("created_count"),
                row.getLong("updated_count"),
                row.getLong("unchanged_count"),
                row.getLong("rejected_count"),
                row.getLong("warning_count"));
    }

    private <T> T document(ResultSet row, String column, Class<T> type) throws SQLException {
        String text = row.getString(column);
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored " + column, e);
        }
    }

    String write(Object document) {
        try {
            return document == null ? null : json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
