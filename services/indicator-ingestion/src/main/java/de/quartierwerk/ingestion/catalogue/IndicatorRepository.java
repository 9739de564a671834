package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Definitions in the database. */
@ApplicationScoped
class IndicatorRepository {
    private static final String COLUMNS = "select code, version, document from indicator ";

    private final Sql sql;
    private final ObjectMapper json;

    IndicatorRepository(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Keeps others from changing the catalogue until the transaction ends, since definitions speak of each other. */
    void lockCatalogue() {
        sql.call("select pg_advisory_xact_lock(hashtext('catalogue'))");
    }

    Optional<Indicator> current(String code) {
        return sql.first(COLUMNS + "where code = ? and current", this::read, code);
    }

    Optional<Indicator> version(String code, long version) {
        return sql.first(COLUMNS + "where code = ? and version = ?", this::read, code, version);
    }

    List<Indicator> versions(String code) {
        return sql.list(COLUMNS + "where code = ? order by version", this::read, code);
    }

    List<Indicator> allCurrent() {
        return sql.list(COLUMNS + "where current order by code", this::read);
    }

    List<Indicator> current(Collection<String> codes) {
        return sql.list(COLUMNS + "where current and code = any(?)", this::read, (Object) codes.toArray(String[]::new));
    }

    List<Indicator> page(String after, String theme, String text, int limit) {
        return sql.list(COLUMNS + """
                        where current and code > ? and (?::text is null or document ->> 'theme' = ?)
                          and (?::text is null or strpos(lower(code || ' ' || (document ->> 'name')), lower(?)) > 0)
                        order by code limit ?""", this::read, after, theme, theme, text, text, limit);
    }

    void insert(Indicator indicator, String by, long eventSequence) {
        sql.update("update indicator set current = false where code = ? and current", indicator.code());
        sql.update("""
                insert into indicator (code, version, document, recorded_by, event_sequence)
                values (?, ?, ?::jsonb, ?, ?)""", indicator.code(), indicator.version(), write(indicator.definition()), by, eventSequence);
    }

    Optional<Long> eventSequence(String code) {
        return sql.first(
                "select event_sequence from indicator where code = ? and current",
                row -> row.getObject(1, Long.class),
                code);
    }

    private Indicator read(ResultSet row) throws SQLException {
        try {
            Definition definition = json.readValue(row.getString("document"), Definition.class);
            return new Indicator(row.getString("code"), row.getLong("version"), definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored definition of " + row.getString("code"), e);
        }
    }

    private String write(Definition definition) {
        try {
            return json.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
