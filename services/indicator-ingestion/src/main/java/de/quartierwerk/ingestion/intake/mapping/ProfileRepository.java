package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Stored mappings in the database. */
@ApplicationScoped
class ProfileRepository {
    private static final String COLUMNS = "select code, version, document, recorded_at from profile ";

    private final Sql sql;
    private final ObjectMapper json;

    ProfileRepository(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Keeps others from writing the same profile until the transaction ends. */
    void lock(String code) {
        sql.call("select pg_advisory_xact_lock(hashtext('profile ' || ?))", code);
    }

    Optional<Profile> current(String code) {
        return sql.first(COLUMNS + "where code = ? and current", this::read, code);
    }

    List<Profile> page(String after, int limit) {
        return sql.list(COLUMNS + "where current and code > ? order by code limit ?", this::read, after, limit);
    }

    void insert(String code, long version, Mapping mapping, String by) {
        sql.update("update profile set current = false where code = ? and current", code);
        try {
            sql.update(
                    "insert into profile (code, version, document, recorded_by) values (?, ?, ?::json, ?)",
                    code,
                    version,
                    json.writeValueAsString(mapping),
                    by);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Profile read(ResultSet row) throws SQLException {
        try {
            return new Profile(
                    row.getString("code"),
                    row.getLong("version"),
                    json.readValue(row.getString("document"), Mapping.class),
                    Sql.instant(row, "recorded_at"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored mapping of " + row.getString("code"), e);
        }
    }
}
