package de.quartierwerk.ingestion.space;

import de.quartierwerk.events.LevelDefined;
import de.quartierwerk.events.LevelWithdrawn;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.kit.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The read model of levels and spaces. */
@ApplicationScoped
class SpaceStatements {
    private static final String SELECT =
            "select key, name, level, path, valid_from, valid_to, area_square_metres, consists_of from space ";

    /** Attribute of a space that names those of another division of which it consists. */
    private static final String CONSISTS_OF = "consistsOf";

    private final Jdbi jdbi;

    SpaceStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Stores a level unless a newer state of it is known. */
    void store(LevelDefined level) {
        jdbi.useHandle(handle -> handle.execute("""
                insert into level (code, name, rank, version) values (?, ?, ?, ?)
                on conflict (code) do update set name = excluded.name, rank = excluded.rank, version = excluded.version
                where excluded.version > level.version""", level.code(), level.name(), level.rank(), level.version()));
    }

    void remove(LevelWithdrawn level) {
        jdbi.useHandle(handle ->
                handle.execute("delete from level where code = ? and version < ?", level.code(), level.version()));
    }

    /**
     * Stores a space unless a newer state of it is known; what it was before is kept where it has moved. Answers
     * whether it has, or is new and consists of others.
     */
    boolean store(SocialSpace space) {
        String[] path =
                Objects.requireNonNullElse(space.path(), List.of(space.key())).toArray(String[]::new);
        String[] consistsOf = consistsOf(space).toArray(String[]::new);
        return jdbi.withHandle(handle -> handle.select(
                        """
                        with told as (
                          select cast(? as text) as key, cast(? as date) as valid_from, cast(? as date) as valid_to,
                            cast(? as text) as name, cast(? as text) as level, cast(? as text) as parent,
                            cast(? as text[]) as path, cast(? as numeric) as area_square_metres,
                            cast(? as text[]) as consists_of, cast(? as bigint) as version),
                        moved as (
                          insert into former_space (key, valid_from, until_release, valid_to, name, level, path, consists_of)
                          select s.key, s.valid_from, r.last, s.valid_to, s.name, s.level, s.path, s.consists_of
                          from space s join told t on t.key = s.key and t.valid_from = s.valid_from
                          cross join (select case when is_called then last_value else 0 end as last from release_number_seq) r
                          where t.version > s.version and (t.parent, t.level, t.valid_to, t.consists_of)
                            is distinct from (s.parent, s.level, s.valid_to, s.consists_of)
                          on conflict do nothing returning 1),
                        stored as (
                          insert into space (key, valid_from, valid_to, name, level, parent, path, area_square_metres,
                            consists_of, version)
                          select key, valid_from, valid_to, name, level, parent, path, area_square_metres, consists_of, version
                          from told
                          on conflict (key, valid_from) do update set valid_to = excluded.valid_to, name = excluded.name,
                            level = excluded.level, parent = excluded.parent, path = excluded.path,
                            area_square_metres = excluded.area_square_metres, consists_of = excluded.consists_of,
                            version = excluded.version
                          where excluded.version > space.version)
                        select exists (select 1 from moved) or exists (
                          select 1 from told t where t.consists_of <> '{}' and not exists (
                            select 1 from space s where s.key = t.key and s.valid_from = t.valid_from))""",
                        space.key(),
                        space.validFrom(),
                        space.validTo(),
                        space.name(),
                        space.level(),
                        space.parent(),
                        path,
                        space.areaSquareMetres(),
                        consistsOf,
                        space.version())
                .map((row, context) -> row.getBoolean(1))
                .one());
    }

    /** What the registry says that a space consists of, in a text of keys. */
    static List<String> consistsOf(SocialSpace space) {
        String text = space.attributes().getOrDefault(CONSISTS_OF, "").strip();
        return text.isEmpty() ? List.of() : List.of(text.split("[\\s,;|]+"));
    }

    /** What spaces were before they moved. */
    List<FormerSpace> former() {
        return jdbi.withHandle(handle -> handle.select("""
                        select key, name, level, path, valid_from, valid_to, null::numeric as area_square_metres, consists_of,
                          until_release
                        from former_space""")
                .map((row, context) -> new FormerSpace(space(row), row.getLong("until_release")))
                .list());
    }

    boolean levelExists(String level) {
        return isTrue("""
                select exists (select 1 from level where code = ?) or exists (select 1 from space where level = ?)""", level, level);
    }

    boolean exists(String space) {
        return isTrue("select exists (select 1 from space where key = ?)", space);
    }

    /** The first of the spaces that does not exist. */
    Optional<String> unknown(Collection<String> spaces) {
        if (spaces.isEmpty()) {
            return Optional.empty();
        }
        return jdbi.withHandle(handle -> handle.select("""
                        select wanted.key from unnest(?) with ordinality as wanted (key, place)
                        where not exists (select 1 from space s where s.key = wanted.key) order by place limit 1""", (Object) spaces.toArray(String[]::new))
                .map((row, context) -> row.getString(1))
                .findOne());
    }

    /** Whether a space lies in one of the areas. */
    boolean isWithin(String space, String[] areas) {
        return isTrue("select exists (select 1 from space where key = ? and path && ?)", space, areas);
    }

    /** Whether one of the areas lies in a space. */
    boolean holdsAny(String space, String[] areas) {
        return isTrue("select exists (select 1 from space where key = any(?) and ? = any(path))", areas, space);
    }

    /** Whether each of the spaces lies in one of the areas. */
    boolean areWithin(Collection<String> spaces, String[] areas) {
        return isTrue("""
                select not exists (select 1 from unnest(?) as wanted (key)
                  where not exists (select 1 from space s where s.key = wanted.key and s.path && ?))""", spaces.toArray(String[]::new), areas);
    }

    Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new HashMap<>();
        jdbi.useHandle(handle -> handle.select("select code, rank from level")
                .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
                .forEach(rank -> ranks.put(rank.getKey(), rank.getValue())));
        return ranks;
    }

    Map<String, String> levelNames() {
        Map<String, String> names = new HashMap<>();
        jdbi.useHandle(handle -> handle.select("select code, name from level")
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(level -> names.put(level.getKey(), level.getValue())));
        return names;
    }

    void forEach(Consumer<Space> consumer) {
        jdbi.useHandle(handle ->
                handle.select(SELECT).map((row, context) -> space(row)).forEach(consumer));
    }

    /**
     * Takes the spaces of a level that are valid on a day, in the order of their keys.
     *
     * @param areas only those within these areas; null for all
     */
    void ofLevel(String level, LocalDate day, @Nullable List<String> areas, Consumer<Space> consumer) {
        jdbi.useHandle(handle -> handle.select(
                        SELECT + """
                where level = ? and valid_from <= ? and (valid_to is null or valid_to >= ?) and (? or path && ?)
                order by key""",
                        level,
                        day,
                        day,
                        areas == null,
                        areas == null ? new String[0] : areas.toArray(String[]::new))
                .map((row, context) -> space(row))
                .forEach(consumer));
    }

    /** Areas in square metres of those of the spaces that have one on the day. */
    Map<String, BigDecimal> squareMetres(Collection<String> keys, LocalDate day) {
        Map<String, BigDecimal> areas = new HashMap<>();
        jdbi.useHandle(handle -> handle.select("""
                        select key, area_square_metres from space
                        where key = any(?) and valid_from <= ? and (valid_to is null or valid_to >= ?)
                          and area_square_metres is not null""", keys.toArray(String[]::new), day, day)
                .map((row, context) -> Map.entry(row.getString(1), row.getBigDecimal(2)))
                .forEach(area -> areas.put(area.getKey(), area.getValue())));
        return areas;
    }

    private boolean isTrue(String sql, Object... parameters) {
        return jdbi.withHandle(handle -> handle.select(sql, parameters)
                .map((row, context) -> row.getBoolean(1))
                .one());
    }

    private static Space space(ResultSet row) throws SQLException {
        return new Space(
                row.getString("key"),
                row.getString("name"),
                row.getString("level"),
                Columns.texts(row, "path"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBigDecimal("area_square_metres"),
                Columns.texts(row, "consists_of"));
    }
}
