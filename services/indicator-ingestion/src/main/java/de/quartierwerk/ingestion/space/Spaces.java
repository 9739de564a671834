package de.quartierwerk.ingestion.space;

import de.quartierwerk.events.LevelDefined;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Levels and spaces in the database. */
@ApplicationScoped
public class Spaces {
    private final Sql sql;

    Spaces(Sql sql) {
        this.sql = sql;
    }

    /** Stores a level unless a newer state of it is known. */
    void store(LevelDefined level) {
        sql.update("""
                insert into level (code, name, rank, version) values (?, ?, ?, ?)
                on conflict (code) do update set name = excluded.name, rank = excluded.rank, version = excluded.version
                where excluded.version > level.version""", level.code(), level.name(), level.rank(), level.version());
    }

    /** Stores a space unless a newer state of it is known. */
    void store(SocialSpace space) {
        sql.update(
                """
                insert into space (key, valid_from, valid_to, name, level, parent, path, area_square_metres, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (key, valid_from) do update set valid_to = excluded.valid_to, name = excluded.name,
                  level = excluded.level, parent = excluded.parent, path = excluded.path,
                  area_square_metres = excluded.area_square_metres, version = excluded.version
                where excluded.version > space.version""",
                space.key(),
                space.validFrom(),
                space.validTo(),
                space.name(),
                space.level(),
                space.parent(),
                space.path().toArray(String[]::new),
                space.areaSquareMetres(),
                space.version());
    }

    /** Whether a level is known, be it by itself or from a space. */
    public boolean levelExists(String level) {
        return sql.first(
                        "select exists (select 1 from level where code = ?) or exists (select 1 from space where level = ?)",
                        row -> row.getBoolean(1),
                        level,
                        level)
                .orElse(false);
    }

    /** All spaces, whenever valid. */
    public List<Space> all() {
        List<Space> all = new ArrayList<>();
        forEach(all::add);
        return all;
    }

    /** The levels' ranks, lower for larger areas. */
    public Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new HashMap<>();
        sql.visit("select code, rank from level", row -> ranks.put(row.getString(1), row.getInt(2)));
        return ranks;
    }

    /** Takes all spaces, one by one. */
    public void forEach(Consumer<Space> consumer) {
        sql.visit(
                "select key, name, level, path, valid_from, valid_to, area_square_metres from space",
                row -> consumer.accept(read(row)));
    }

    private static Space read(ResultSet row) throws SQLException {
        return new Space(
                row.getString("key"),
                row.getString("name"),
                row.getString("level"),
                Sql.texts(row, "path"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBigDecimal("area_square_metres"));
    }

    /**
     * Takes the spaces of a level that are valid on a day, in the order of their keys.
     *
     * @param areas only those within these areas; null for all
     */
    public void ofLevel(String level, LocalDate day, List<String> areas, Consumer<Space> consumer) {
        sql.visit(
                """
                select key, name, level, path, valid_from, valid_to, area_square_metres from space
                where level = ? and valid_from <= ? and (valid_to is null or valid_to >= ?) and (? or path && ?)
                order by key""",
                row -> consumer.accept(read(row)),
                level,
                day,
                day,
                areas == null,
                areas == null ? new String[0] : areas.toArray(String[]::new));
    }

    /** Areas in square kilometres of those of the spaces that have one on the day. */
    public Map<String, BigDecimal> squareKilometres(Collection<String> keys, LocalDate day) {
        Map<String, BigDecimal> areas = new HashMap<>();
        sql.visit(
                """
                select key, area_square_metres from space
                where key = any(?) and valid_from <= ? and (valid_to is null or valid_to >= ?)
                  and area_square_metres is not null""",
                row -> areas.put(row.getString(1), row.getBigDecimal(2).movePointLeft(6)),
                keys.toArray(String[]::new),
                day,
                day);
        return areas;
    }

    /** Whether all of these spaces lie within the areas. */
    public boolean within(List<String> spaces, String[] areas) {
        return sql.first("""
                        select not exists (select 1 from unnest(?) as wanted (key)
                          where not exists (select 1 from space s where s.key = wanted.key and s.path && ?))""", row -> row.getBoolean(1), spaces.toArray(String[]::new), areas)
                .orElse(false);
    }
}
