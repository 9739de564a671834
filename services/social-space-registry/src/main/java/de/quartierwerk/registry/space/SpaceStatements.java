package de.quartierwerk.registry.space;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.kit.database.Columns;
import de.quartierwerk.kit.database.JsonColumns;
import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.boundary.Wkb;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Statements on many spaces at once: what lies where, and what a change does to all descendants. */
@ApplicationScoped
class SpaceStatements {
    /** Key of the advisory lock that lets one change of spaces happen at a time. */
    private static final long LOCK = 0x5370616365L;

    static final String COLUMNS =
            "s.id, s.key, s.name, s.short_name, s.level, s.parent, s.path, s.valid_from, s.valid_to,"
                    + " s.area_square_metres, s.lon, s.lat, s.label_lon, s.label_lat, s.attributes, s.links, s.version,"
                    + " (select h.hierarchy from space_level h where h.code = s.level) as hierarchy";
    private static final String SELECT = "select " + COLUMNS + " from space s ";
    static final String VALID = "daterange(s.valid_from, s.valid_to, '[]') @> cast(? as date) ";
    static final String TOUCHES_BOX =
            "box(point(s.west, s.south), point(s.east, s.north)) && box(point(?, ?), point(?, ?)) ";
    private static final int FETCHED_AT_ONCE = 200;
    private static final TypeReference<ObjectNode> OBJECT = new TypeReference<>() {};
    private static final TypeReference<List<SpaceLink>> LINKS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final JsonColumns json;

    SpaceStatements(Jdbi jdbi, JsonColumns json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Waits for the changes of others and keeps them off until the transaction ends. */
    void lockChanges() {
        jdbi.useHandle(handle -> handle.select("select pg_advisory_xact_lock(?)", LOCK)
                .map((row, context) -> LOCK)
                .one());
    }

    /** The number of the next change. */
    long nextVersion() {
        return jdbi.withHandle(handle -> handle.createQuery("select nextval('space_version')")
                .mapTo(Long.class)
                .one());
    }

    /**
     * What a function makes of spaces with boundaries whose box touches a box, in the order of their keys.
     *
     * @param function empty for a space that is not asked for
     */
    <T> List<T> inBox(
            Envelope box,
            @Nullable String level,
            LocalDate day,
            String afterKey,
            int limit,
            Function<Bounded, Optional<T>> function) {
        List<Object> parameters = new ArrayList<>(corners(box));
        parameters.addAll(Arrays.asList(day, level, afterKey));
        String query = "select " + COLUMNS + ", b.wkb, b.map_tolerance from space s"
                + " join space_boundary b on b.space_id = s.id where " + TOUCHES_BOX + "and " + VALID
                + "and s.level = coalesce(cast(? as text), s.level) and s.key > ? order by s.key";
        return jdbi.withHandle(handle -> {
            try (Stream<Bounded> rows = handle
                    .select(query, parameters.toArray())
                    .setFetchSize(FETCHED_AT_ONCE)
                    .map((row, context) -> bounded(row))
                    .stream()) {
                return rows.map(function).flatMap(Optional::stream).limit(limit).toList();
            }
        });
    }

    private Bounded bounded(ResultSet row) throws SQLException {
        return new Bounded(space(row), Wkb.read(row.getBytes("wkb")), row.getDouble("map_tolerance"));
    }

    /** Spaces by their ids. */
    Map<Long, Space> byId(Collection<Long> ids) {
        Map<Long, Space> found = new HashMap<>();
        spaces(SELECT + "where s.id = any(?)", (Object) ids.toArray(Long[]::new))
                .forEach(space -> found.put(space.id(), space));
        return found;
    }

    /** Exact boundaries of spaces by their ids; those without one are missing. */
    Map<Long, Geometry> boundaries(Collection<Long> ids) {
        return geometries("wkb", ids);
    }

    /** Boundaries simplified for maps by the ids of their spaces; those without one are missing. */
    Map<Long, Geometry> mapBoundaries(Collection<Long> ids) {
        return geometries("map_wkb", ids);
    }

    /** A space with its exact boundary. */
    record Bounded(Space space, Geometry boundary, double mapTolerance) {}

    /** Spaces whose boundary's box touches the box on that day, the smallest first; of all levels without one. */
    List<Bounded> touching(Envelope box, @Nullable String level, LocalDate day) {
        List<Object> parameters = new ArrayList<>(corners(box));
        parameters.add(day);
        String ofLevel = "";
        if (level != null) {
            ofLevel = "and s.level = ? ";
            parameters.add(level);
        }
        String query = "select " + COLUMNS + ", b.wkb, b.map_tolerance from space s"
                + " join space_boundary b on b.space_id = s.id join space_level l on l.code = s.level"
                + " where " + TOUCHES_BOX + "and " + VALID + ofLevel
                + "order by l.rank desc, s.area_square_metres, s.key";
        return jdbi.withHandle(handle -> handle.select(query, parameters.toArray())
                .map((row, context) -> bounded(row))
                .list());
    }

    /** All spaces that the change with that version touched. */
    List<Space> changedBy(long version) {
        return spaces(SELECT + "where s.version = ? order by s.key, s.valid_from", version);
    }

    /** Spaces of one batch of a bulk job, in its order. */
    List<Space> publication(UUID job, int batch) {
        return spaces(
                SELECT + "join space_publication p on p.space_id = s.id where p.job = ? and p.batch = ?"
                        + " order by p.position",
                job,
                batch);
    }

    /** Moves everything below a key, as far as it is valid from that day on, under the key's new path. */
    void movePaths(String key, List<String> newPath, LocalDate from, long version) {
        jdbi.useHandle(handle -> handle.execute("""
                update space set
                    path = cast(? as text[]) || path[array_position(path, cast(? as text)) + 1 : cardinality(path)],
                    version = ?, changed_at = now()
                where path @> array[cast(? as text)] and key <> ? and (valid_to is null or valid_to >= ?)
                """, newPath.toArray(String[]::new), key, version, key, key, from));
    }

    private List<Space> spaces(String query, Object... parameters) {
        return jdbi.withHandle(handle -> handle.select(query, parameters)
                .map((row, context) -> space(row))
                .list());
    }

    /** The space of a row with the {@link #COLUMNS}. */
    Space space(ResultSet row) throws SQLException {
        return new Space(
                row.getLong("id"),
                row.getString("key"),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("level"),
                row.getString("hierarchy"),
                row.getString("parent"),
                Columns.texts(row, "path"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBigDecimal("area_square_metres"),
                position(row, "lon", "lat"),
                position(row, "label_lon", "label_lat"),
                Objects.requireNonNull(json.read(row, "attributes", OBJECT)),
                Objects.requireNonNull(json.read(row, "links", LINKS)),
                row.getLong("version"));
    }

    private static @Nullable LonLat position(ResultSet row, String lonColumn, String latColumn) throws SQLException {
        double lon = row.getDouble(lonColumn);
        return row.wasNull() ? null : new LonLat(lon, row.getDouble(latColumn));
    }

    private Map<Long, Geometry> geometries(String column, Collection<Long> ids) {
        Map<Long, Geometry> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.select(
                        "select space_id, " + column + " from space_boundary where space_id = any(?)",
                        (Object) ids.toArray(Long[]::new))
                .map((row, context) -> Map.entry(row.getLong(1), Wkb.read(row.getBytes(2))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
        return found;
    }

    static List<Object> corners(Envelope box) {
        return List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }
}
