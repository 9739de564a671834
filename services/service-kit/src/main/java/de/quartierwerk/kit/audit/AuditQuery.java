package de.quartierwerk.kit.audit;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads the audit trail, the newest entry first. */
@ApplicationScoped
class AuditQuery {

    private static final String SELECT =
            "select id, recorded_at, actor, action, subject, before, after from audit_entry"
                    + " where (?::text is null or subject = ?) and (?::text is null or actor = ?)"
                    + " and (?::timestamptz is null or recorded_at >= ?) and (?::timestamptz is null or recorded_at < ?)"
                    + " and (?::bigint is null or id < ?) order by id desc limit ?";

    private final DataSource database;
    private final ObjectMapper json;

    AuditQuery(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What is asked for; every part may be null. */
    record Filter(String subject, String actor, Instant from, Instant to) {}

    List<AuditEntry> find(Filter filter, Long before, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, filter.subject());
            select.setString(2, filter.subject());
            select.setString(3, filter.actor());
            select.setString(4, filter.actor());
            setInstant(select, 5, filter.from());
            setInstant(select, 7, filter.to());
            select.setObject(9, before, Types.BIGINT);
            select.setObject(10, before, Types.BIGINT);
            select.setInt(11, limit);
            List<AuditEntry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException("audit trail not read", e);
        }
    }

    private static void setInstant(PreparedStatement select, int index, Instant instant) throws SQLException {
        OffsetDateTime value = instant == null ? null : instant.atOffset(ZoneOffset.UTC);
        select.setObject(index, value, Types.TIMESTAMP_WITH_TIMEZONE);
        select.setObject(index + 1, value, Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                tree(row.getString("before")),
                tree(row.getString("after")));
    }

    private JsonNode tree(String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
