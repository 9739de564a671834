package de.quartierwerk.registry.ogc;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Statements on levels as collections. */
@ApplicationScoped
class OgcStatements {
    private final Jdbi jdbi;

    OgcStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A level.
     *
     * @param used whether it has, had or will have a space
     */
    record Level(String code, String name, boolean used) {}

    /**
     * Where and when the spans of a level lie.
     *
     * @param box around all boundaries; null without any
     * @param to last day; null while a span lasts
     */
    record Extent(
            @Nullable Envelope box,
            LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * All levels, the largest areas first. The first key is taken from the index; whether any space exists would be
     * looked for in the whole table where a level has none.
     */
    List<Level> levels() {
        return jdbi.withHandle(handle -> handle.select("""
                        select l.code, l.name,
                            (select s.key from space s where s.level = l.code order by s.key limit 1) is not null
                        from space_level l order by l.rank, l.code
                        """)
                .map((row, context) -> new Level(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list());
    }

    /** Extents by level; a level without spaces is missing. */
    Map<String, Extent> extents() {
        Map<String, Extent> extents = new HashMap<>();
        jdbi.useHandle(handle -> handle.select("""
                        select level, min(west) west, min(south) south, max(east) east, max(north) north,
                            min(valid_from) first, case when bool_or(valid_to is null) then null else max(valid_to) end last
                        from space group by level
                        """)
                .map((row, context) -> Map.entry(row.getString("level"), extent(row)))
                .forEach(entry -> extents.put(entry.getKey(), entry.getValue())));
        return extents;
    }

    private static Extent extent(ResultSet row) throws SQLException {
        double west = row.getDouble("west");
        Envelope box = row.wasNull()
                ? null
                : new Envelope(west, row.getDouble("east"), row.getDouble("south"), row.getDouble("north"));
        return new Extent(box, row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class));
    }
}
