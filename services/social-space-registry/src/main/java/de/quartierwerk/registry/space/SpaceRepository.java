package de.quartierwerk.registry.space;

import de.quartierwerk.kit.database.Sql;
import de.quartierwerk.registry.boundary.Wkb;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Reads spaces from the database; {@link SpaceChanges} writes them. */
@ApplicationScoped
class SpaceRepository {
    private static final String SELECT = "select " + SpaceRows.COLUMNS + " from space s ";
    private static final String VALID = "daterange(s.valid_from, s.valid_to, '[]') @> ?::date ";

    private final Sql sql;

    SpaceRepository(Sql sql) {
        this.sql = sql;
    }

    /** The space that has the key on that day. */
    Optional<Space> findAt(String key, LocalDate day) {
        return sql.first(SELECT + "where s.key = ? and " + VALID, SpaceRows::space, key, day);
    }

    /** The space that had or will have the key last. */
    Optional<Space> findLatest(String key) {
        return sql.first(SELECT + "where s.key = ? order by s.valid_from desc limit 1", SpaceRows::space, key);
    }

    /** First day on which the key is given anew after that day. */
    Optional<LocalDate> nextStart(String key, LocalDate day) {
        return sql.first(
                "select valid_from from space where key = ? and valid_from > ? order by valid_from limit 1",
                row -> row.getObject(1, LocalDate.class),
                key,
                day);
    }

    /** Spaces in the order of their keys, from the one after {@code afterKey} on. */
    List<Space> list(SpaceFilter filter, String afterKey, int limit) {
        StringBuilder query =
                new StringBuilder(SELECT).append("where ").append(VALID).append("and s.key > ? ");
        List<Object> parameters = new ArrayList<>(List.of(filter.asOf(), afterKey));
        if (filter.level() != null) {
            query.append("and s.level = ? ");
            parameters.add(filter.level());
        }
        if (filter.parent() != null) {
            query.append("and s.parent = ? ");
            parameters.add(filter.parent());
        }
        if (filter.text() != null) {
            query.append("and (s.name ilike ? or s.key ilike ?) ");
            String pattern = "%" + filter.text().replaceAll("([\\\\%_])", "\\\\$1") + "%";
            parameters.addAll(List.of(pattern, pattern));
        }
        if (filter.box() != null) {
            query.append("and box(point(s.west, s.south), point(s.east, s.north)) && box(point(?, ?), point(?, ?)) ");
            parameters.addAll(corners(filter.box()));
        }
        parameters.add(limit);
        return sql.list(query.append("order by s.key limit ?").toString(), SpaceRows::space, parameters.toArray());
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

    /** Spaces whose boundary's box touches the box on that day, the smallest first. */
    List<Bounded> touching(Envelope box, String level, LocalDate day) {
        List<Object> parameters = new ArrayList<>(corners(box));
        parameters.addAll(List.of(day, level == null ? "" : level, level == null ? "" : level));
        return sql.list(
                "select " + SpaceRows.COLUMNS + ", b.wkb, b.map_tolerance from space s"
                        + " join space_boundary b on b.space_id = s.id join space_level l on l.code = s.level"
                        + " where box(point(s.west, s.south), point(s.east, s.north))"
                        + " && box(point(?, ?), point(?, ?)) and " + VALID
                        + "and (? = '' or s.level = ?) order by l.rank desc, s.area_square_metres, s.key",
                row -> new Bounded(SpaceRows.space(row), Wkb.read(row.getBytes("wkb")), row.getDouble("map_tolerance")),
                parameters.toArray());
    }

    /** Children of the key that are valid after that day. */
    long childrenAfter(String key, LocalDate day) {
        return sql.number(
                "select count(*) from space where parent = ? and (valid_to is null or valid_to > ?)", key, day);
    }

    /** All spaces that the change with that version touched. */
    List<Space> changedBy(long version) {
        return sql.list(SELECT + "where s.version = ? order by s.key, s.valid_from", SpaceRows::space, version);
    }

    /** Spaces of one batch of a bulk job, in its order. */
    List<Space> publication(UUID job, int batch) {
        return sql.list(
                SELECT + "join space_publication p on p.space_id = s.id where p.job = ? and p.batch = ?"
                        + " order by p.position",
                SpaceRows::space,
                job,
                batch);
    }

    private Map<Long, Geometry> geometries(String column, Collection<Long> ids) {
        Map<Long, Geometry> found = new HashMap<>();
        String[] texts = ids.stream().map(String::valueOf).toArray(String[]::new);
        sql.list(
                "select space_id, " + column + " from space_boundary where space_id = any(cast(? as bigint[]))",
                row -> found.put(row.getLong(1), Wkb.read(row.getBytes(2))),
                (Object) texts);
        return found;
    }

    private static List<Object> corners(Envelope box) {
        return List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }
}
