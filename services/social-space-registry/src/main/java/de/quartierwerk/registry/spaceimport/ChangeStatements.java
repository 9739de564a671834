package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.Wkb;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** What an import changes of spaces that are there already. */
@ApplicationScoped
class ChangeStatements {
    private static final String UPDATED = """
            from space_import i
            join space_import_row r on r.import_id = i.id
            join space c on c.id = r.current_id
            """;

    private final Jdbi jdbi;

    ChangeStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Notes what the compared rows will change. */
    void note(UUID id) {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "insert into space_import_change (import_id, row, key, what, before, after)\n"
                            + "select i.id, r.row, r.key, change.what, change.before, change.after\n" + UPDATED + """
                            cross join lateral (values
                                ('name', c.name, r.name),
                                ('shortName', c.short_name, r.short_name),
                                ('parent', c.parent, r.parent),
                                ('validTo', c.valid_to::text, r.valid_to::text),
                                ('attributes', case when c.attributes <> r.attributes then c.attributes::text end,
                                    case when c.attributes <> r.attributes then r.attributes::text end)
                                ) change (what, before, after)
                            where i.id = ? and r.effect = 'updated' and change.before is distinct from change.after
                            """,
                    id);
            handle.execute(
                    "insert into space_import_change (import_id, row, key, what, area_before, area_after, wkb_before,"
                            + " wkb_after)\nselect i.id, r.row, r.key, 'boundary', c.area_square_metres,"
                            + " r.area_square_metres, b.wkb, n.wkb\n" + UPDATED + """
                            join space_import_fresh f on f.import_id = r.import_id and f.row = r.row
                            join space_import_boundary n on n.import_id = r.import_id and n.row = r.row
                            left join space_boundary b on b.space_id = c.id
                            where i.id = ? and r.effect = 'updated' and b.hash is distinct from n.hash
                            """,
                    id);
        });
    }

    /** A property of a space that a row changes; boundaries and areas only where that is the boundary. */
    record Change(
            int row,
            String key,
            String what,
            @Nullable String before,
            @Nullable String after,
            @Nullable BigDecimal areaBefore,
            @Nullable BigDecimal areaAfter,
            @Nullable Geometry boundaryBefore,
            @Nullable Geometry boundaryAfter) {}

    /** Changes in the order of rows, from the one after a row's on. */
    List<Change> list(UUID id, int afterRow, String afterWhat, int limit) {
        return jdbi.withHandle(handle -> handle.select("""
                        select row, key, what, before, after, area_before, area_after, wkb_before, wkb_after
                        from space_import_change where import_id = ? and (row, what) > (?, ?) order by row, what limit ?
                        """, id, afterRow, afterWhat, limit)
                .map((row, context) -> new Change(
                        row.getInt("row"),
                        row.getString("key"),
                        row.getString("what"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getBigDecimal("area_before"),
                        row.getBigDecimal("area_after"),
                        geometry(row, "wkb_before"),
                        geometry(row, "wkb_after")))
                .list());
    }

    private static @Nullable Geometry geometry(ResultSet row, String column) throws SQLException {
        byte[] wkb = row.getBytes(column);
        return wkb == null ? null : Wkb.read(wkb);
    }
}
