package de.quartierwerk.kit.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;

/** The table of first answers. All methods work in the present transaction. */
@ApplicationScoped
class IdempotencyStore {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final DataSource database;
    private final ObjectMapper json;

    IdempotencyStore(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Whether the row is new; waits for a transaction that is about to write the same one. */
    boolean claim(StoredAnswer.Id id, String contentHash, Duration expiry) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement expired = connection.prepareStatement("delete from idempotency_answer"
                        + " where caller = ? and request = ? and key = ? and expires_at < now()");
                PreparedStatement insert = connection.prepareStatement("insert into idempotency_answer"
                        + " (caller, request, key, content_hash, expires_at)"
                        + " values (?, ?, ?, ?, now() + ? * interval '1 second') on conflict do nothing")) {
            set(expired, id);
            expired.executeUpdate();
            set(insert, id);
            insert.setString(4, contentHash);
            insert.setLong(5, expiry.toSeconds());
            return insert.executeUpdate() == 1;
        }
    }

    void complete(StoredAnswer.Id id, StoredAnswer answer) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update idempotency_answer"
                                + " set status = ?, headers = ?::jsonb, body = ? where caller = ? and request = ? and key = ?")) {
            update.setInt(1, answer.status());
            update.setString(2, json.writeValueAsString(answer.headers()));
            update.setString(3, answer.body());
            update.setString(4, id.caller());
            update.setString(5, id.request());
            update.setString(6, id.key());
            update.executeUpdate();
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    StoredAnswer find(StoredAnswer.Id id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select content_hash, status, headers, body"
                        + " from idempotency_answer where caller = ? and request = ? and key = ?")) {
            set(select, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("an answer vanished while it was repeated");
                }
                Map<String, String> headers = json.readValue(row.getString("headers"), HEADERS);
                return new StoredAnswer(
                        row.getString("content_hash"), row.getInt("status"), headers, row.getString("body"));
            }
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    int removeExpired() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from idempotency_answer where expires_at < now()")) {
            return delete.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, StoredAnswer.Id id) throws SQLException {
        statement.setString(1, id.caller());
        statement.setString(2, id.request());
        statement.setString(3, id.key());
    }
}
