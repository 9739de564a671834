package de.quartierwerk.reporting.space;

import com.fasterxml.jackson.core.type.TypeReference;
import de.quartierwerk.events.LevelDefined;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.kit.database.Json;
import de.quartierwerk.kit.database.Sql;
import de.quartierwerk.reporting.map.Boundary;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The levels and spaces of the read model. */
@ApplicationScoped
public class Spaces {
    private static final String COLUMNS =
            "select key, name, level, parent, path, valid_from, valid_to, area_square_metres from space ";
    private static final String VALID = "valid_from <= ? and (valid_to is null or valid_to >= ?) ";
    private static final TypeReference<Map<String, Object>> GEOMETRY = new TypeReference<>() {};

    private final Sql sql;

    Spaces(Sql sql) {
        this.sql = sql;
    }

    void store(LevelDefined level) {
        sql.update(
                "insert into level (code, name, rank, version) values (?, ?, ?, ?) on conflict (code) do update "
                        + "set name = excluded.name, rank = excluded.rank, version = excluded.version "
                        + "where level.version < excluded.version",
                level.code(),
                level.name(),
                level.rank(),
                level.version());
    }

    void store(List<SocialSpace> spaces) {
        sql.updateAll(
                "insert into space (key, valid_from, valid_to, name, level, parent, path, area_square_metres, boundary, "
                        + "attributes, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                        + "on conflict (key, valid_from) do update set valid_to = excluded.valid_to, "
                        + "name = excluded.name, level = excluded.level, parent = excluded.parent, "
                        + "path = excluded.path, area_square_metres = excluded.area_square_metres, "
                        + "boundary = excluded.boundary, attributes = excluded.attributes, "
                        + "version = excluded.version where space.version < excluded.version",
                spaces.stream().map(Spaces::row).toList());
    }

    private static Object[] row(SocialSpace space) {
        return new Object[] {
            space.key(),
            space.validFrom(),
            space.validTo(),
            space.name(),
            space.level(),
            space.parent(),
            space.path().toArray(String[]::new),
            space.areaSquareMetres(),
            new Json(space.boundary()),
            new Json(space.attributes()),
            space.version()
        };
    }

    /** Empties the read model of spaces. */
    public void clear() {
        sql.update("truncate level, space");
    }

    /** Levels by their codes. */
    public Map<String, Level> levels() {
        return sql
                .list(
                        "select code, name, rank from level order by rank, code",
                        row -> new Level(row.getString("code"), row.getString("name"), row.getInt("rank")))
                .stream()
                .collect(Collectors.toMap(Level::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** The space with a key on a day, else the one with that key whose validity begins last. */
    public Optional<Space> find(String key, LocalDate day) {
        return sql.first(
                COLUMNS + "where key = ? order by (" + VALID + ") desc, valid_from desc limit 1",
                Spaces::space,
                key,
                day,
                day);
    }

    /** The spaces of an area on a day, itself included, in the order of their keys; all without an area. */
    public List<Space> within(String area, LocalDate day) {
        String[] areas = area == null ? new String[0] : new String[] {area};
        return sql.list(COLUMNS + "where path @> ? and " + VALID + "order by key", Spaces::space, areas, day, day);
    }

    /** The spaces with these keys on a day, by key. */
    public Map<String, Space> byKey(Collection<String> keys, LocalDate day) {
        return sql
                .list(COLUMNS + "where key = any(?) and " + VALID, Spaces::space, keys.toArray(String[]::new), day, day)
                .stream()
                .collect(Collectors.toMap(Space::key, Function.identity()));
    }

    /** The spaces with the same parent on a day, in the order of their keys. */
    public List<Space> siblings(Space space, LocalDate day) {
        return sql.list(
                COLUMNS + "where parent is not distinct from ? and level = ? and " + VALID + "order by key",
                Spaces::space,
                space.parent(),
                space.level(),
                day,
                day);
    }

    /** Boundaries of spaces on a day; a space without one is left out. */
    public List<Boundary> boundaries(Collection<String> keys, LocalDate day) {
        return sql.list(
                "select key, boundary from space where key = any(?) and boundary is not null and " + VALID
                        + "order by key",
                row -> new Boundary(row.getString("key"), sql.json(row, "boundary", GEOMETRY)),
                keys.toArray(String[]::new),
                day,
                day);
    }

    /**
     * Notes on the data that spaces of an area, or of all, carry, each once: the text of their attribute
     * {@code notice}, or {@link Notices#MADE_UP} where they are marked as made up.
     */
    List<String> notices(String area, LocalDate day) {
        return sql.list(
                "select distinct case when attributes ->> 'erfunden' = 'true' or attributes ->> 'madeUp' = 'true' "
                        + "then '" + Notices.MADE_UP + "' else attributes ->> 'notice' end as notice from space "
                        + "where path @> ? and attributes ??| array['notice', 'erfunden', 'madeUp'] and " + VALID
                        + "order by notice",
                row -> row.getString("notice"),
                area == null ? new String[0] : new String[] {area},
                day,
                day);
    }

    private static Space space(ResultSet row) throws SQLException {
        return new Space(
                row.getString("key"),
                row.getString("name"),
                row.getString("level"),
                row.getString("parent"),
                Sql.texts(row, "path"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBigDecimal("area_square_metres"));
    }
}
