package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.Boundary;
import de.quartierwerk.registry.boundary.BoundaryRoom;
import de.quartierwerk.registry.boundary.Wkb;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Staged rows of one key that become one row. */
@ApplicationScoped
class UnionStatements {
    /** Each row of very many has a part of the boundary, or none at all. */
    private static final int MOST_ROWS = BoundaryRoom.MOST_RINGS;

    private static final int BYTES_OF_A_POSITION = 2 * Double.BYTES;
    /** What a stored boundary of one ring has beside its positions. */
    private static final int BYTES_OF_A_PART = 13;

    private static final int WHOLES_AT_ONCE = 1_000;

    private final Jdbi jdbi;

    UnionStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A space without one of its parts would be wrong: leaves out rows whose key a faulty row has too. */
    void leaveOutIncomplete(UUID id) {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into space_import_finding (import_id, row, key, code, severity, arguments)
                    select r.import_id, r.row, r.key, 'union-incomplete', 'error', array[faulty.row::text]
                    from space_import_row r
                    join (select key, min(row) as row from space_import_finding
                        where import_id = ? and severity = 'error' and row is not null group by key) faulty
                        on faulty.key = r.key
                    where r.import_id = ?
                    """, id, id);
            reject(handle, id, "union-incomplete");
        });
    }

    /** Leaves out rows that together would be larger than any boundary may be, before any of them is loaded. */
    void leaveOutTooLarge(UUID id) {
        jdbi.useHandle(handle -> {
            handle.execute(
                    """
                    insert into space_import_finding (import_id, row, key, code, severity, arguments)
                    select r.import_id, r.row, r.key, 'union-too-large', 'error', array[?::text, ?::text]
                    from space_import_row r
                    join (select w.key, w.valid_from from space_import_row w
                        left join space_import_boundary n on n.import_id = w.import_id and n.row = w.row
                        where w.import_id = ? and w.effect is null group by w.key, w.valid_from
                        having count(*) > ? or count(*) > 1
                            and sum(octet_length(n.wkb)) - ? * count(n.wkb) > ?) large
                        on large.key = r.key and large.valid_from = r.valid_from
                    where r.import_id = ?
                    """,
                    Integer.toString(MOST_ROWS),
                    Integer.toString(BoundaryRoom.MOST_POSITIONS),
                    id,
                    MOST_ROWS,
                    BYTES_OF_A_PART,
                    BYTES_OF_A_POSITION * BoundaryRoom.MOST_POSITIONS,
                    id);
            reject(handle, id, "union-too-large");
        });
    }

    private static void reject(Handle handle, UUID id, String code) {
        handle.execute("""
                update space_import_row r set effect = 'rejected' where r.import_id = ? and exists (
                    select from space_import_finding f where f.import_id = r.import_id and f.row = r.row
                        and f.code = ?)
                """, id, code);
    }

    /** A key and the first day of the space that several rows make together. */
    record Whole(String key, LocalDate from) {}

    /** Hands over keys that several rows have for the same first day. */
    void forWholes(UUID id, Consumer<Whole> consumer) {
        jdbi.useHandle(handle -> handle.select("""
                        select key, valid_from from space_import_row where import_id = ? and effect is null
                        group by key, valid_from having count(*) > 1 order by key, valid_from
                        """, id)
                .setFetchSize(WHOLES_AT_ONCE)
                .map((row, context) -> new Whole(row.getString(1), row.getObject(2, LocalDate.class)))
                .forEach(consumer));
    }

    /** A row of several with one key. */
    record Part(int row, @Nullable Geometry boundary) {}

    /** The rows of a space in their order. */
    List<Part> parts(UUID id, Whole whole) {
        return jdbi.withHandle(handle -> handle.select("""
                        select r.row, n.wkb from space_import_row r
                        left join space_import_boundary n on n.import_id = r.import_id and n.row = r.row
                        where r.import_id = ? and r.key = ? and r.valid_from = ? order by r.row
                        """, id, whole.key(), whole.from())
                .map((row, context) -> {
                    byte[] wkb = row.getBytes("wkb");
                    return new Part(row.getInt("row"), wkb == null ? null : Wkb.read(wkb));
                })
                .list());
    }

    /** Gives a row this boundary and removes others. */
    void replace(UUID id, int row, @Nullable Boundary boundary, List<Integer> others) {
        jdbi.useHandle(handle -> {
            Integer[] removed = others.toArray(Integer[]::new);
            handle.execute("delete from space_import_boundary where import_id = ? and row = any(?)", id, removed);
            handle.execute("delete from space_import_row where import_id = ? and row = any(?)", id, removed);
            if (boundary != null) {
                replace(handle, id, row, boundary);
            }
        });
    }

    private static void replace(Handle handle, UUID id, int row, Boundary boundary) {
        Envelope box = boundary.box();
        handle.execute(
                """
                update space_import_row set area_square_metres = ?, lon = ?, lat = ?, west = ?, south = ?, east = ?,
                    north = ?, label_lon = ?, label_lat = ? where import_id = ? and row = ?
                """,
                boundary.areaSquareMetres(),
                boundary.centroid().lon(),
                boundary.centroid().lat(),
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                boundary.labelPoint().lon(),
                boundary.labelPoint().lat(),
                id,
                row);
        handle.execute("""
                insert into space_import_boundary (import_id, row, place, wkb, hash) values (?, ?, ?, ?, ?)
                on conflict (import_id, row) do update set place = excluded.place, wkb = excluded.wkb,
                    hash = excluded.hash
                """, id, row, Place.of(boundary.centroid()), Wkb.write(boundary.geometry()), boundary.hash());
    }
}
