package de.quartierwerk.reporting.space;

import com.fasterxml.jackson.core.type.TypeReference;
import de.quartierwerk.events.LevelDefined;
import de.quartierwerk.events.LevelWithdrawn;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.kit.database.Columns;
import de.quartierwerk.kit.database.Json;
import de.quartierwerk.kit.database.JsonColumns;
import de.quartierwerk.reporting.map.Boundary;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** SQL on the levels and spaces of the read model. */
@ApplicationScoped
class SpaceStatements {
    private static final String COLUMNS =
            "select key, name, level, parent, path, valid_from, valid_to, area_square_metres from space ";
    private static final String VALID = "valid_from <= ? and (valid_to is null or valid_to >= ?) ";
    private static final String UPSERT_LEVEL = """
            insert into level (code, name, rank, version) values (?, ?, ?, ?)
            on conflict (code) do update
            set name = excluded.name, rank = excluded.rank, version = excluded.version
            where level.version < excluded.version""";
    private static final String UPSERT_SPACE = """
            insert into space (key, valid_from, valid_to, name, level, parent, path, area_square_metres, boundary,
                attributes, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (key, valid_from) do update
            set valid_to = excluded.valid_to, name = excluded.name, level = excluded.level, parent = excluded.parent,
                path = excluded.path, area_square_metres = excluded.area_square_metres, boundary = excluded.boundary,
                attributes = excluded.attributes, version = excluded.version
            where space.version < excluded.version""";
    private static final String NOTICES = """
            select notice from (
                select distinct case
                    when attributes ->> 'erfunden' = 'true' or attributes ->> 'madeUp' = 'true' then '%s'
                    else attributes ->> 'notice' end as notice
                from space
                where path @> ? and attributes ??| array['notice', 'erfunden', 'madeUp'] and %s) as found
            where notice is not null order by notice""".formatted(Notices.MADE_UP, VALID);
    private static final TypeReference<Map<String, Object>> GEOMETRY = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final JsonColumns json;

    SpaceStatements(Jdbi jdbi, JsonColumns json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    void upsert(LevelDefined level) {
        jdbi.useHandle(
                handle -> handle.execute(UPSERT_LEVEL, level.code(), level.name(), level.rank(), level.version()));
    }

    void delete(LevelWithdrawn level) {
        jdbi.useHandle(handle ->
                handle.execute("delete from level where code = ? and version < ?", level.code(), level.version()));
    }

    void upsert(List<SocialSpace> spaces) {
        if (spaces.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(UPSERT_SPACE);
            spaces.forEach(space -> batch.add(row(space)));
            batch.execute();
        });
    }

    private static Object[] row(SocialSpace space) {
        return new Object[] {
            space.key(),
            space.validFrom(),
            space.validTo(),
            space.name(),
            space.level(),
            space.parent(),
            Objects.requireNonNull(space.path(), "path").toArray(String[]::new),
            space.areaSquareMetres(),
            new Json(space.boundary()),
            new Json(space.attributes()),
            space.version()
        };
    }

    void truncate() {
        jdbi.useHandle(handle -> handle.execute("truncate level, space"));
    }

    /** All levels, the largest areas first. */
    List<Level> levels() {
        return jdbi.withHandle(handle -> handle.select("select code, name, rank from level order by rank, code")
                .map((row, context) -> new Level(row.getString("code"), row.getString("name"), row.getInt("rank")))
                .list());
    }

    /** The space with a key on a day, else the one with that key whose validity begins last. */
    Optional<Space> find(String key, LocalDate day) {
        return jdbi.withHandle(handle -> handle.select(
                        COLUMNS + "where key = ? order by (" + VALID + ") desc, valid_from desc limit 1", key, day, day)
                .map((row, context) -> space(row))
                .findFirst());
    }

    boolean exists(String key) {
        return jdbi.withHandle(handle -> handle.select("select exists (select from space where key = ?)", key)
                .mapTo(Boolean.class)
                .one());
    }

    List<Space> within(@Nullable String area, LocalDate day) {
        return list("where path @> ? and " + VALID + "order by key", array(area), day, day);
    }

    List<Space> byKeys(Collection<String> keys, LocalDate day) {
        return list("where key = any(?) and " + VALID, keys.toArray(String[]::new), day, day);
    }

    /** The spaces of a level with the same parent, in the order of their keys. */
    List<Space> siblings(@Nullable String parent, String level, LocalDate day) {
        return jdbi.withHandle(handle -> handle.select(
                        COLUMNS + "where parent is not distinct from cast(? as text) and level = ? and " + VALID
                                + "order by key",
                        parent,
                        level,
                        day,
                        day)
                .map((row, context) -> space(row))
                .list());
    }

    private List<Space> list(String condition, Object... parameters) {
        return jdbi.withHandle(handle -> handle.select(COLUMNS + condition, parameters)
                .map((row, context) -> space(row))
                .list());
    }

    List<Boundary> boundaries(Collection<String> keys, LocalDate day) {
        return jdbi.withHandle(handle -> handle.select(
                        "select key, boundary from space where key = any(?) and boundary is not null and " + VALID
                                + "order by key",
                        keys.toArray(String[]::new),
                        day,
                        day)
                .map((row, context) -> new Boundary(
                        row.getString("key"), Objects.requireNonNull(json.read(row, "boundary", GEOMETRY))))
                .list());
    }

    List<String> notices(@Nullable String area, LocalDate day) {
        return jdbi.withHandle(handle -> handle.select(NOTICES, array(area), day, day)
                .mapTo(String.class)
                .list());
    }

    /** An area as an array that each path contains; without an area every path does. */
    private static String[] array(@Nullable String area) {
        return area == null ? new String[0] : new String[] {area};
    }

    private static Space space(ResultSet row) throws SQLException {
        return new Space(
                row.getString("key"),
                row.getString("name"),
                row.getString("level"),
                row.getString("parent"),
                Columns.texts(row, "path"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBigDecimal("area_square_metres"));
    }
}
