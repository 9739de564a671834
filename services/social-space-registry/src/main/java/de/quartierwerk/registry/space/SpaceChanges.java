package de.quartierwerk.registry.space;

import de.quartierwerk.kit.database.Sql;
import de.quartierwerk.registry.boundary.Boundary;
import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.boundary.Wkb;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Writes spaces to the database; all of it happens one change after the other, see {@link #begin}. */
@ApplicationScoped
public class SpaceChanges {
    /** Key of the advisory lock that lets one change of spaces happen at a time. */
    private static final long LOCK = 0x5370616365L;

    private final Sql sql;

    SpaceChanges(Sql sql) {
        this.sql = sql;
    }

    /**
     * Waits for the changes of others, keeps them off until the transaction ends, and gives the change its number:
     * parents, paths and validity depend on each other, so that two changes must not look at the same moment.
     *
     * @return version of every space that the change touches
     */
    public long begin() {
        sql.list("select pg_advisory_xact_lock(?)", row -> 0, LOCK);
        return sql.number("select nextval('space_version')");
    }

    /** Inserts a space (its id is not read) and answers its id. */
    long insert(Space space) {
        return sql.number(
                """
                insert into space (key, name, level, parent, path, valid_from, valid_to, attributes,
                    area_square_metres, lon, lat, version)
                values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?) returning id
                """,
                space.key(),
                space.name(),
                space.level(),
                space.parent(),
                path(space),
                space.validFrom(),
                space.validTo(),
                space.attributes().toString(),
                space.areaSquareMetres(),
                lon(space),
                lat(space),
                space.version());
    }

    void update(Space space) {
        sql.update(
                """
                update space set name = ?, parent = ?, path = ?, valid_to = ?, attributes = cast(? as jsonb),
                    version = ?, changed_at = now() where id = ?
                """,
                space.name(),
                space.parent(),
                path(space),
                space.validTo(),
                space.attributes().toString(),
                space.version(),
                space.id());
    }

    void end(long id, LocalDate lastDay, long version) {
        sql.update("update space set valid_to = ?, version = ?, changed_at = now() where id = ?", lastDay, version, id);
    }

    /** Gives a space the boundary, exact and for maps, with what is computed from it. */
    void setBoundary(long id, Boundary boundary, Geometry onMap, double tolerance) {
        Envelope box = boundary.box();
        sql.update(
                """
                update space set area_square_metres = ?, lon = ?, lat = ?, west = ?, south = ?, east = ?, north = ?
                where id = ?
                """,
                boundary.areaSquareMetres(),
                boundary.centroid().lon(),
                boundary.centroid().lat(),
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY(),
                id);
        byte[] wkb = Wkb.write(boundary.geometry());
        sql.update("""
                insert into space_boundary (space_id, wkb, hash, map_wkb, map_tolerance) values (?, ?, ?, ?, ?)
                on conflict (space_id) do update set wkb = excluded.wkb, hash = excluded.hash,
                    map_wkb = excluded.map_wkb, map_tolerance = excluded.map_tolerance
                """, id, wkb, Wkb.hash(wkb), Wkb.write(onMap), tolerance);
    }

    /** Lets a space that follows another have the same boundary. */
    void copyBoundary(long from, long to) {
        sql.update("""
                update space t set area_square_metres = f.area_square_metres, lon = f.lon, lat = f.lat,
                    west = f.west, south = f.south, east = f.east, north = f.north
                from space f where f.id = ? and t.id = ?
                """, from, to);
        sql.update("""
                insert into space_boundary (space_id, wkb, hash, map_wkb, map_tolerance)
                select ?, wkb, hash, map_wkb, map_tolerance from space_boundary where space_id = ?
                """, to, from);
    }

    /** Hangs everything below a key, as far as it is valid from that day on, under the key's new path. */
    void movePaths(String key, List<String> newPath, LocalDate from, long version) {
        sql.update("""
                update space set path = cast(? as text[]) || path[array_position(path, cast(? as text)) + 1 :],
                    version = ?, changed_at = now()
                where path @> array[cast(? as text)] and key <> ? and (valid_to is null or valid_to >= ?)
                """, newPath.toArray(String[]::new), key, version, key, key, from);
    }

    private static String[] path(Space space) {
        return space.path().toArray(String[]::new);
    }

    private static Double lon(Space space) {
        LonLat centroid = space.centroid();
        return centroid == null ? null : centroid.lon();
    }

    private static Double lat(Space space) {
        LonLat centroid = space.centroid();
        return centroid == null ? null : centroid.lat();
    }
}
