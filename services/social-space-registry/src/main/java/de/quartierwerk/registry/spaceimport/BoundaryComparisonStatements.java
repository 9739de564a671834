package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.Wkb;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Boundaries of staged rows, and those of the registry that they are compared with. */
@ApplicationScoped
class BoundaryComparisonStatements {
    private static final int FETCHED_AT_ONCE = 500;

    private static final String ROWS_AND_CURRENT = """
            from space_import i
            join space_import_row r on r.import_id = i.id
            left join space c on c.key = r.key and daterange(c.valid_from, c.valid_to, '[]') @> i.valid_from
            left join space_boundary b on b.space_id = c.id
            """;
    /** Rows that would give their space another boundary. */
    private static final String NEW_BOUNDARY =
            "where i.id = ? and r.effect is null and r.wkb is not null and b.hash is distinct from r.hash ";

    private static final String VALID = "daterange(s.valid_from, s.valid_to, '[]') @> i.valid_from ";

    private final Jdbi jdbi;

    BoundaryComparisonStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A row whose key other rows have too.
     *
     * @param row number of the row
     * @param key key of the row
     * @param boundary boundary of the row
     * @param parentLevel level of its parent, where there is one
     * @param parentBoundary boundary of its parent
     */
    record SameKey(
            int row,
            String key,
            @Nullable Geometry boundary,
            @Nullable String parentLevel,
            @Nullable Geometry parentBoundary) {}

    /** Rows whose key is in the file several times, those of one key together and in their order. */
    List<SameKey> sameKeys(UUID id) {
        return jdbi.withHandle(handle -> handle.select("""
                        select r.row, r.key, r.wkb, p.level, b.wkb as parent_wkb
                        from space_import i
                        join space_import_row r on r.import_id = i.id
                        left join space p on p.key = r.parent
                            and daterange(p.valid_from, p.valid_to, '[]') @> i.valid_from
                        left join space_boundary b on b.space_id = p.id and r.wkb is not null
                        where i.id = ? and r.key in (select key from space_import_row where import_id = i.id
                            group by key having count(*) > 1)
                        order by r.key, r.row
                        """, id)
                .map((row, context) -> new SameKey(
                        row.getInt("row"),
                        row.getString("key"),
                        geometry(row, "wkb"),
                        row.getString("level"),
                        geometry(row, "parent_wkb")))
                .list());
    }

    /** Spaces of a level whose boundary's box holds a position on the import's day. */
    Map<String, Geometry> around(UUID id, String level, Coordinate position) {
        return boundaries(
                "select s.key, b.wkb from space_import i join space s on " + VALID
                        + "join space_boundary b on b.space_id = s.id where i.id = ? and s.level = ?"
                        + " and box(point(s.west, s.south), point(s.east, s.north)) && box(point(?, ?), point(?, ?))",
                id,
                level,
                position.x,
                position.y,
                position.x,
                position.y);
    }

    /** A row's boundary and the present one of the same space, which is not the same to the last decimal. */
    record Pair(int row, Geometry delivered, Geometry present) {}

    /** Rows whose boundary's box is about that of the present boundary, by this many degrees. */
    void forNearlyEqual(UUID id, double degrees, Consumer<Pair> consumer) {
        jdbi.useHandle(handle -> handle.select(
                        "select r.row, r.wkb, b.wkb as present " + ROWS_AND_CURRENT + NEW_BOUNDARY + """
                        and abs(r.west - c.west) <= ? and abs(r.south - c.south) <= ?
                        and abs(r.east - c.east) <= ? and abs(r.north - c.north) <= ?
                        """,
                        id,
                        degrees,
                        degrees,
                        degrees,
                        degrees)
                .setFetchSize(FETCHED_AT_ONCE)
                .map((row, context) ->
                        new Pair(row.getInt("row"), Wkb.read(row.getBytes("wkb")), Wkb.read(row.getBytes("present"))))
                .forEach(consumer));
    }

    /** Lets rows have the very boundary that their space has. */
    void setEqual(UUID id, Collection<Integer> rows) {
        jdbi.useHandle(handle -> handle.execute(
                "update space_import_row t set hash = b.hash " + ROWS_AND_CURRENT
                        + "where i.id = ? and r.row = any(?) and t.ctid = r.ctid",
                id,
                rows.toArray(Integer[]::new)));
    }

    /**
     * A boundary among others of its level.
     *
     * @param row number of the row that brings it; 0 for one that the registry has
     * @param key key of the space
     * @param parent key of the parent
     * @param boundary the boundary
     * @param area square metres
     */
    record Placed(int row, String key, @Nullable String parent, Geometry boundary, double area) {}

    /** Rows that would give their space another boundary, in their order. */
    List<Placed> newBoundaries(UUID id) {
        return jdbi.withHandle(handle -> handle.select(
                        "select r.row, r.key, r.parent, r.wkb, r.area_square_metres " + ROWS_AND_CURRENT + NEW_BOUNDARY
                                + "order by r.row",
                        id)
                .setFetchSize(FETCHED_AT_ONCE)
                .map((row, context) -> placed(row))
                .list());
    }

    /** Boundaries of the import's level within a box that stay as they are, by their keys. */
    List<Placed> neighbours(UUID id, Envelope box) {
        return jdbi.withHandle(handle -> handle.select(
                        "select 0 as row, s.key, s.parent, n.wkb, s.area_square_metres from space_import i join space s on "
                                + VALID + """
                        and s.level = i.level join space_boundary n on n.space_id = s.id
                        where i.id = ? and box(point(s.west, s.south), point(s.east, s.north)) && box(point(?, ?), point(?, ?))
                            and s.key not in (select r.key
                        """ + ROWS_AND_CURRENT + NEW_BOUNDARY + ") order by s.key",
                        id,
                        box.getMinX(),
                        box.getMinY(),
                        box.getMaxX(),
                        box.getMaxY(),
                        id)
                .map((row, context) -> placed(row))
                .list());
    }

    /** Boundaries of the parents of rows, by the parents' keys. */
    Map<String, Geometry> parents(UUID id) {
        return boundaries(
                "select s.key, b.wkb from space_import i join space s on " + VALID
                        + "join space_boundary b on b.space_id = s.id where i.id = ? and s.key in"
                        + " (select parent from space_import_row where import_id = ? and wkb is not null)",
                id,
                id);
    }

    /** Boundaries of the largest level that has any, if it is larger than the import's. */
    List<Geometry> largestLevel(UUID id) {
        return new ArrayList<>(boundaries("""
                select s.key, b.wkb from space_import i
                join space_level own on own.code = i.level
                join space_level l on l.rank < own.rank
                join space s on s.level = l.code and daterange(s.valid_from, s.valid_to, '[]') @> i.valid_from
                join space_boundary b on b.space_id = s.id
                where i.id = ? and l.rank = (select min(x.rank) from space_level x where exists (
                    select from space y where y.level = x.code and y.west is not null
                        and daterange(y.valid_from, y.valid_to, '[]') @> i.valid_from))
                """, id).values());
    }

    private Map<String, Geometry> boundaries(String query, Object... parameters) {
        Map<String, Geometry> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.select(query, parameters)
                .map((row, context) -> Map.entry(row.getString("key"), Wkb.read(row.getBytes("wkb"))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
        return found;
    }

    private static Placed placed(ResultSet row) throws SQLException {
        return new Placed(
                row.getInt("row"),
                row.getString("key"),
                row.getString("parent"),
                Wkb.read(row.getBytes("wkb")),
                row.getDouble("area_square_metres"));
    }

    private static @Nullable Geometry geometry(ResultSet row, String column) throws SQLException {
        byte[] wkb = row.getBytes(column);
        return wkb == null ? null : Wkb.read(wkb);
    }
}
