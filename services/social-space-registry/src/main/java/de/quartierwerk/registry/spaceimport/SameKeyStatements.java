package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.BoundaryRoom;
import de.quartierwerk.registry.boundary.Wkb;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Boundaries of rows that have one key, and spaces that lie around them. */
@ApplicationScoped
class SameKeyStatements {
    /** Of more rows of one key no boundaries are compared. */
    static final int COMPARED = 20;

    /** Bytes of two of the largest boundaries and of two parents of that size, which can be compared in any case. */
    private static final int LARGEST_COMPARED = 4 * (2 * Double.BYTES * BoundaryRoom.MOST_POSITIONS + (1 << 20));

    private static final int ROWS_AT_ONCE = 4;

    private static final String VALID = "daterange(s.valid_from, s.valid_to, '[]') @> i.valid_from ";

    private final Jdbi jdbi;

    SameKeyStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A row whose key other rows have too.
     *
     * @param row number of the row
     * @param key key of the row
     * @param from first day of the row
     * @param boundary boundary of the row
     * @param parentLevel level of its parent, where there is one
     * @param parentBoundary boundary of its parent
     */
    record SameKey(
            int row,
            String key,
            LocalDate from,
            @Nullable Geometry boundary,
            @Nullable String parentLevel,
            @Nullable Geometry parentBoundary) {

        /** Whether both would be the same space on the same day. */
        boolean collidesWith(SameKey other) {
            return key.equals(other.key) && from.equals(other.from);
        }
    }

    /**
     * Rows whose key is in the file several times for the same first day, those of one key and day together and in
     * their order. Only the first of many have their boundaries.
     */
    void forSameKeys(UUID id, Consumer<SameKey> consumer) {
        jdbi.useHandle(handle -> handle.select("""
                        select row, key, valid_from, level,
                            case when place <= ? and bytes <= ? then wkb end as wkb,
                            case when place <= ? and bytes <= ? and wkb is not null then parent_wkb end as parent_wkb
                        from (select r.row, r.key, r.valid_from, r.place, p.level, n.wkb, b.wkb as parent_wkb,
                                sum(coalesce(octet_length(n.wkb), 0) + coalesce(octet_length(b.wkb), 0))
                                    over (partition by r.key, r.valid_from order by r.row) as bytes
                            from (select import_id, row, key, parent, valid_from,
                                    count(*) over (partition by key, valid_from) as times,
                                    row_number() over (partition by key, valid_from order by row) as place
                                from space_import_row where import_id = ?) r
                            left join space_import_boundary n on n.import_id = r.import_id and n.row = r.row
                            left join space p on p.key = r.parent
                                and daterange(p.valid_from, p.valid_to, '[]') @> r.valid_from
                            left join space_boundary b on b.space_id = p.id
                            where r.times > 1) compared
                        order by key, valid_from, row
                        """, COMPARED, LARGEST_COMPARED, COMPARED, LARGEST_COMPARED, id)
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> new SameKey(
                        row.getInt("row"),
                        row.getString("key"),
                        row.getObject("valid_from", LocalDate.class),
                        geometry(row, "wkb"),
                        row.getString("level"),
                        geometry(row, "parent_wkb")))
                .forEach(consumer));
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

    /** Boundaries of the largest level that has any, if it is larger than the import's. */
    List<Geometry> largestLevel(UUID id) {
        Optional<Integer> rank = jdbi.withHandle(
                handle -> handle.select("""
                        select l.rank from space_import i
                        join space_level own on own.code = i.level
                        join space_level l on l.rank < own.rank
                        where i.id = ? and exists (select from space y where y.level = l.code and y.west is not null
                            and daterange(y.valid_from, y.valid_to, '[]') @> i.valid_from)
                        order by l.rank limit 1
                        """, id).mapTo(Integer.class).findOne());
        return rank.map(largest -> new ArrayList<>(boundaries("""
                        select s.key, b.wkb from space_import i
                        join space_level l on l.rank = ?
                        join space s on s.level = l.code and daterange(s.valid_from, s.valid_to, '[]') @> i.valid_from
                        join space_boundary b on b.space_id = s.id
                        where i.id = ?
                        """, largest, id).values()))
                .orElseGet(ArrayList::new);
    }

    private Map<String, Geometry> boundaries(String query, Object... parameters) {
        Map<String, Geometry> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.select(query, parameters)
                .map((row, context) -> Map.entry(row.getString("key"), Wkb.read(row.getBytes("wkb"))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
        return found;
    }

    private static @Nullable Geometry geometry(ResultSet row, String column) throws SQLException {
        byte[] wkb = row.getBytes(column);
        return wkb == null ? null : Wkb.read(wkb);
    }
}
