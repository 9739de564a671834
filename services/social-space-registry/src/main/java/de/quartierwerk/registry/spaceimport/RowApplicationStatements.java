package de.quartierwerk.registry.spaceimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Takes the compared rows of an import over into the registry, all at once. */
@ApplicationScoped
class RowApplicationStatements {
    private static final String OF_IMPORT = "from space_import i join space_import_row r on r.import_id = i.id\n";
    /** Another row that changes another span of the same key. */
    private static final String OTHER_ROW =
            "select from space_import_row o where i.varying and o.import_id = i.id and o.key = r.key"
                    + " and o.effect = 'updated' ";

    private final Jdbi jdbi;

    RowApplicationStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Applies created and updated rows.
     *
     * @param version version of every space that is touched
     */
    void apply(UUID id, long version) {
        correct(id, version);
        endPredecessors(id, version);
        insert(id, version);
        storeBoundaries(id);
        keepBoundariesOfPredecessors(id);
        movePaths(id, version);
    }

    private void correct(UUID id, long version) {
        update(
                """
                update space s set name = r.name, short_name = r.short_name, parent = r.parent, path = r.path,
                    attributes = r.attributes, valid_to = r.valid_to,
                    area_square_metres = r.area_square_metres, lon = r.lon, lat = r.lat,
                    west = r.west, south = r.south, east = r.east, north = r.north,
                    label_lon = r.label_lon, label_lat = r.label_lat,
                    version = ?, changed_at = now()
                """ + OF_IMPORT + "where i.id = ? and r.effect = 'updated' and not r.splits and s.id = r.current_id",
                version,
                id);
    }

    private void endPredecessors(UUID id, long version) {
        update(
                "update space s set valid_to = r.valid_from - 1, version = ?, changed_at = now()\n"
                        + OF_IMPORT
                        + "where i.id = ? and r.effect = 'updated' and r.splits and s.id = r.current_id"
                        + " and not exists (" + OTHER_ROW + "and o.current_id = r.current_id and o.splits"
                        + " and o.valid_from < r.valid_from)",
                version,
                id);
    }

    private void insert(UUID id, long version) {
        update(
                """
                insert into space (key, name, short_name, links, level, parent, path, valid_from, valid_to, attributes,
                    area_square_metres, lon, lat, west, south, east, north, label_lon, label_lat, version)
                select r.key, r.name, r.short_name, coalesce(c.links, '[]'), i.level, r.parent, r.path, r.valid_from,
                    r.valid_to, r.attributes, r.area_square_metres, r.lon, r.lat, r.west, r.south, r.east, r.north,
                    r.label_lon, r.label_lat, ?
                """
                        + OF_IMPORT
                        + "left join space c on c.id = r.current_id"
                        + " where i.id = ? and (r.effect = 'created' or r.effect = 'updated' and r.splits)"
                        + " order by r.key",
                version,
                id);
    }

    private void storeBoundaries(UUID id) {
        update("""
                insert into space_boundary (space_id, wkb, hash, map_wkb, map_tolerance)
                select s.id, n.wkb, n.hash, m.wkb, i.map_tolerance
                """ + OF_IMPORT + """
                join space_import_fresh f on f.import_id = r.import_id and f.row = r.row
                join space_import_boundary n on n.import_id = r.import_id and n.row = r.row
                join space_import_map m on m.import_id = r.import_id and m.row = r.row
                join space s on s.key = r.key and s.valid_from = r.valid_from
                where i.id = ? and r.effect in ('created', 'updated')
                on conflict (space_id) do update set wkb = excluded.wkb, hash = excluded.hash,
                    map_wkb = excluded.map_wkb, map_tolerance = excluded.map_tolerance
                """, id);
    }

    private void keepBoundariesOfPredecessors(UUID id) {
        update(
                """
                insert into space_boundary (space_id, wkb, hash, map_wkb, map_tolerance)
                select s.id, b.wkb, b.hash, b.map_wkb, b.map_tolerance
                """
                        + OF_IMPORT
                        + "join space_boundary b on b.space_id = r.current_id"
                        + " join space s on s.key = r.key and s.valid_from = r.valid_from"
                        + " where i.id = ? and r.effect = 'updated' and r.splits"
                        + " and not exists (select from space_import_fresh f where f.import_id = i.id and f.row = r.row)",
                id);
    }

    /** Moves everything below a space that has another parent now under its new path. */
    private void movePaths(UUID id, long version) {
        update("""
                update space s set path = r.path || s.path[array_position(s.path, r.key::text) + 1 : cardinality(s.path)], version = ?,
                    changed_at = now()
                """ + OF_IMPORT + """
                where i.id = ? and r.effect = 'updated' and r.path <> r.current_path
                    and s.path @> array[r.key] and s.key <> r.key and (s.valid_to is null or s.valid_to >= r.valid_from)
                    and not exists (
                """ + OTHER_ROW + "and o.valid_from > r.valid_from)", version, id);
    }

    private void update(String statement, Object... parameters) {
        jdbi.useHandle(handle -> handle.execute(statement, parameters));
    }
}
