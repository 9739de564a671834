package de.quartierwerk.ingestion.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.ingestion.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Stored mappings in the database. */
@ApplicationScoped
class ProfileRepository {
    private static final String COLUMNS = "select code, version, document, recorded_at from profile ";

    private final Database database;
    private final ObjectMapper json;

    ProfileRepository(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Keeps others from writing the same profile until the transaction ends. */
    void lock(String code) {
        database.call("select pg_advisory_xact_lock(hashtext('profile ' || ?))", code);
    }

    Optional<Profile> current(String code) {
        return database.first(COLUMNS + "where code = ? and current", this::read, code);
    }

    List<Profile> page(String after, int limit) {
        return database.list(COLUMNS + "where current and code > ? order by code limit ?", this::read, after, limit);
    }

    void insert(String code, long version, Mapping mapping, String by) {
        database.update("update profile set current = false where code = ? and current", code);
        try {
            database.update(
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
                    Database.instant(row, "recorded_at"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored mapping of " + row.getString("code"), e);
        }
    }
}
