package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Queries on schemes and their versions. */
@ApplicationScoped
class SchemeRepository {
    private static final String COLUMNS =
            "v.code, v.version, v.title, v.level, v.automatic, v.author, v.created_at, v.approved_by, v.approved_at";

    private final Sql sql;
    private final ObjectMapper json;

    SchemeRepository(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Locks a scheme until the transaction ends, creating it where it is new, and answers its latest version or 0. */
    int lock(String code) {
        sql.update(
                "insert into scheme (code, latest) values (?, 0) on conflict on constraint pk_scheme do nothing", code);
        return sql.first("select latest from scheme where code = ? for update", row -> row.getInt(1), code)
                .orElseThrow();
    }

    Optional<String> canonical(String code, int version) {
        return sql.first(
                "select canonical from scheme_version where code = ? and version = ?",
                row -> row.getString(1),
                code,
                version);
    }

    void insert(SchemeValidation.Valid valid, int version, String canonical, String author, Instant now) {
        sql.update(
                """
                insert into scheme_version (code, version, title, level, automatic, indicators, document, canonical,
                    author, created_at)
                values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?)""",
                valid.scheme().code(),
                version,
                valid.scheme().title(),
                valid.scheme().level(),
                valid.scheme().automatic(),
                valid.scheme().indicators().keySet().toArray(String[]::new),
                valid.document().toString(),
                canonical,
                author,
                now);
        sql.update(
                "update scheme set latest = ? where code = ?",
                version,
                valid.scheme().code());
    }

    Optional<SchemeVersion> find(String code, int version) {
        return sql.first(
                "select " + COLUMNS + ", v.document from scheme_version v where v.code = ? and v.version = ?",
                row -> row(row, true),
                code,
                version);
    }

    Optional<SchemeVersion> latest(String code) {
        return sql.first(
                "select " + COLUMNS + ", v.document from scheme s join scheme_version v"
                        + " on v.code = s.code and v.version = s.latest where s.code = ?",
                row -> row(row, true),
                code);
    }

    /** Latest versions of the schemes after a code, in the order of their codes. */
    List<SchemeVersion> list(String after, int limit) {
        return sql.list(
                "select " + COLUMNS + " from scheme s join scheme_version v on v.code = s.code and v.version = s.latest"
                        + " where s.code > ? order by s.code limit ?",
                row -> row(row, false),
                after,
                limit);
    }

    /** Versions of a scheme before one, the newest first. */
    List<SchemeVersion> versions(String code, int before, int limit) {
        return sql.list(
                "select " + COLUMNS + " from scheme_version v where v.code = ? and v.version < ?"
                        + " order by v.version desc limit ?",
                row -> row(row, false),
                code,
                before,
                limit);
    }

    /** Latest versions marked automatic that use one of the indicators. */
    List<SchemeVersion> automatic(String... indicators) {
        return sql.list(
                "select " + COLUMNS + ", v.document from scheme s join scheme_version v"
                        + " on v.code = s.code and v.version = s.latest where v.automatic and v.indicators && ?"
                        + " order by v.code",
                row -> row(row, true),
                (Object) indicators);
    }

    void approve(String code, int version, String steward, Instant now) {
        sql.update(
                "update scheme_version set approved_by = ?, approved_at = ? where code = ? and version = ?",
                steward,
                now,
                code,
                version);
    }

    private SchemeVersion row(ResultSet row, boolean withDocument) throws SQLException {
        return new SchemeVersion(
                row.getString("code"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("level"),
                row.getBoolean("automatic"),
                row.getString("author"),
                Sql.instant(row, "created_at"),
                row.getString("approved_by"),
                Sql.instant(row, "approved_at"),
                withDocument ? document(row.getString("document")) : null);
    }

    private JsonNode document(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored scheme is not readable", e);
        }
    }
}
