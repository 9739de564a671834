package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.Wkb;
import de.quartierwerk.registry.placement.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Rows that would give their space another boundary, portion by portion, and what lies beside them. */
@ApplicationScoped
class FreshBoundaryStatements {
    private static final int ROWS_AT_ONCE = 2000;
    private static final int BYTES_AT_ONCE = 4 << 20;
    /** Pairs above this size are fetched one by one, the others many at once. */
    private static final int LARGE_BYTES = 100_000;

    private final Jdbi jdbi;

    FreshBoundaryStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Lists the rows whose boundary is not, to the last decimal, the present one of their space; and those that bring
     * it back after an earlier row of the file, since what holds before them is another one then.
     */
    void list(UUID id) {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into space_import_fresh (import_id, row, place, bytes, space_id, box)
                    select r.import_id, r.row, n.place, octet_length(n.wkb), c.id,
                        box(point(r.west, r.south), point(r.east, r.north))
                    from space_import_row r
                    join space_import_boundary n on n.import_id = r.import_id and n.row = r.row
                    left join space c on c.key = r.key and daterange(c.valid_from, c.valid_to, '[]') @> r.valid_from
                    left join space_boundary b on b.space_id = c.id
                    where r.import_id = ? and r.effect is null
                      and (b.hash is distinct from n.hash or r.prev_from >= c.valid_from)
                    order by n.place, r.row
                    """, id);
            handle.execute("analyze space_import_fresh");
        });
    }

    long count(UUID id) {
        return jdbi.withHandle(
                handle -> handle.select("select count(*) from space_import_fresh where import_id = ?", id)
                        .mapTo(Long.class)
                        .one());
    }

    /** A row's boundary and the present one of the same space. */
    record Pair(int row, Geometry delivered, Geometry present) {}

    /** Listed rows whose boundary's box is that of the present boundary but for so many degrees. */
    void forNearlyEqual(UUID id, double degrees, Consumer<Pair> consumer) {
        forNearlyEqual(id, degrees, "<=", 100, consumer);
        forNearlyEqual(id, degrees, ">", 1, consumer);
    }

    private void forNearlyEqual(UUID id, double degrees, String size, int atOnce, Consumer<Pair> consumer) {
        jdbi.useHandle(handle -> handle.select("""
                        select f.row, n.wkb, b.wkb as present
                        from space_import_fresh f
                        join space_import_row r on r.import_id = f.import_id and r.row = f.row
                        join space_import_boundary n on n.import_id = f.import_id and n.row = f.row
                        join space c on c.id = f.space_id
                        join space_boundary b on b.space_id = c.id
                        where f.import_id = ? and coalesce(r.prev_from < c.valid_from, true) and abs((f.box[1])[0] - c.west) <= ? and abs((f.box[1])[1] - c.south) <= ?
                            and abs((f.box[0])[0] - c.east) <= ? and abs((f.box[0])[1] - c.north) <= ?
                            and f.bytes + octet_length(b.wkb)
                        """ + size + LARGE_BYTES, id, degrees, degrees, degrees, degrees)
                .setFetchSize(atOnce)
                .map((row, context) ->
                        new Pair(row.getInt("row"), Wkb.read(row.getBytes("wkb")), Wkb.read(row.getBytes("present"))))
                .forEach(consumer));
    }

    /** Takes rows from the list that would bring a boundary back, but no earlier row is left that takes it away. */
    void forgetThoseThatStay(UUID id) {
        jdbi.useHandle(handle -> handle.execute("""
                delete from space_import_fresh f
                using space_import i, space_import_row r, space_import_boundary n, space c, space_boundary b
                where i.id = ? and i.varying and f.import_id = i.id and r.import_id = i.id and r.row = f.row
                  and n.import_id = i.id and n.row = f.row and c.id = f.space_id and b.space_id = c.id
                  and b.hash = n.hash and coalesce(r.prev_from < c.valid_from, true)
                """, id));
    }

    /** Takes rows from the list: their spaces keep the boundary that they have. */
    void remove(UUID id, Collection<Integer> rows) {
        jdbi.useHandle(handle -> handle.execute(
                "delete from space_import_fresh where import_id = ? and row = any(?)",
                id,
                rows.toArray(Integer[]::new)));
    }

    /** A listed row and where along the curve of places it lies. */
    record Position(int place, int row) {
        static final Position START = new Position(Integer.MIN_VALUE, 0);
    }

    /** The next listed rows that lie together, as many as fit into memory, at least one; none at the end. */
    List<Position> portion(UUID id, Position after) {
        List<Sized> next = jdbi.withHandle(handle -> handle.select("""
                        select place, row, bytes from space_import_fresh
                        where import_id = ? and (place, row) > (?, ?) order by place, row limit ?
                        """, id, after.place(), after.row(), ROWS_AT_ONCE)
                .map((row, context) ->
                        new Sized(new Position(row.getInt("place"), row.getInt("row")), row.getInt("bytes")))
                .list());
        List<Position> portion = new ArrayList<>();
        long bytes = 0;
        for (Sized row : next) {
            bytes += row.bytes();
            if (!portion.isEmpty() && bytes > BYTES_AT_ONCE) {
                break;
            }
            portion.add(row.position());
        }
        return portion;
    }

    private record Sized(Position position, int bytes) {}

    /** Rows of the import, in their order. */
    List<Placed> rows(UUID id, Collection<Integer> rows) {
        return jdbi.withHandle(handle -> handle.select("""
                        select r.row, r.key, r.parent, p.id as parent_id, n.wkb, r.area_square_metres, r.valid_from,
                            least(r.ends, r.next_from - 1) as valid_to
                        from space_import_row r
                        join space_import_boundary n on n.import_id = r.import_id and n.row = r.row
                        left join space p on p.key = r.parent and daterange(p.valid_from, p.valid_to, '[]') @> r.valid_from
                        where r.import_id = ? and r.row = any(?) order by r.row
                        """, id, rows.toArray(Integer[]::new))
                .map((row, context) -> placed(row))
                .list());
    }

    /** Spaces of the registry, until listed rows give them another boundary. */
    List<Placed> spaces(UUID id, Collection<Long> ids) {
        return jdbi.withHandle(handle -> handle.select("""
                        select 0 as row, s.key, s.parent, null::bigint as parent_id, b.wkb, s.area_square_metres,
                            s.valid_from, least(s.valid_to, (select min(r.valid_from) - 1 from space_import_fresh f
                                join space_import_row r on r.import_id = f.import_id and r.row = f.row
                                where f.import_id = ? and f.space_id = s.id)) as valid_to
                        from space s join space_boundary b on b.space_id = s.id where s.id = any(?) order by s.key
                        """, id, ids.toArray(Long[]::new))
                .map((row, context) -> placed(row))
                .list());
    }

    /**
     * Something whose box meets that of a portion.
     *
     * @param row number of the row, or 0
     * @param space the space of the registry, or 0
     * @param bytes size of its boundary
     * @param box its box
     */
    record Near(int row, long space, int bytes, Envelope box) {}

    /** Listed rows and spaces of the same level that keep their boundary for a while at least, within a box. */
    List<Near> near(UUID id, Envelope box) {
        List<Near> near = new ArrayList<>();
        jdbi.useHandle(handle -> {
            handle.select("""
                            select row, 0::bigint as id, bytes, (box[1])[0] as west, (box[1])[1] as south,
                                (box[0])[0] as east, (box[0])[1] as north
                            from space_import_fresh where import_id = ? and box && box(point(?, ?), point(?, ?))
                            """, id, box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())
                    .map((row, context) -> near(row))
                    .forEach(near::add);
            handle.select("""
                            select 0 as row, s.id, octet_length(b.wkb) as bytes, s.west, s.south, s.east, s.north
                            from space_import i
                            join space s on s.level = i.level
                                and box(point(s.west, s.south), point(s.east, s.north)) && box(point(?, ?), point(?, ?))
                            join space_boundary b on b.space_id = s.id
                            where i.id = ? and (i.varying or daterange(s.valid_from, s.valid_to, '[]') @> i.valid_from)
                              and not exists (select from space_import_fresh f
                                join space_import_row r on r.import_id = f.import_id and r.row = f.row
                                where f.import_id = i.id and f.space_id = s.id
                                  and (not i.varying or r.valid_from = s.valid_from))
                            """, box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), id)
                    .map((row, context) -> near(row))
                    .forEach(near::add);
        });
        return near;
    }

    /** Boundaries of spaces, by the spaces' ids. */
    Map<Long, Geometry> boundaries(Collection<Long> spaces) {
        Map<Long, Geometry> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.select(
                        "select space_id, wkb from space_boundary where space_id = any(?)",
                        (Object) spaces.toArray(Long[]::new))
                .map((row, context) -> found.put(row.getLong("space_id"), Wkb.read(row.getBytes("wkb"))))
                .list());
        return found;
    }

    private static Near near(ResultSet row) throws SQLException {
        return new Near(
                row.getInt("row"),
                row.getLong("id"),
                row.getInt("bytes"),
                new Envelope(
                        row.getDouble("west"), row.getDouble("east"), row.getDouble("south"), row.getDouble("north")));
    }

    private static Placed placed(ResultSet row) throws SQLException {
        return new Placed(
                row.getInt("row"),
                row.getString("key"),
                row.getString("parent"),
                row.getObject("parent_id", Long.class),
                Wkb.read(row.getBytes("wkb")),
                row.getDouble("area_square_metres"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
