package de.quartierwerk.registry.quality;

import de.quartierwerk.registry.boundary.Wkb;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What the quality report reads: an index of a level, then boundaries portion by portion. */
@ApplicationScoped
class QualityStatements {
    private static final String VALID = "daterange(s.valid_from, s.valid_to, '[]') @> cast(? as date) ";

    private final Jdbi jdbi;

    QualityStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A level whose spaces are looked at. */
    record Level(String code, boolean covers) {}

    /** The levels that have spaces on that day, large areas first. */
    List<Level> levels(@Nullable String level, LocalDate day) {
        return jdbi.withHandle(handle -> handle.select(
                        "select l.code, l.covers from space_level l where l.code = coalesce(cast(? as text), l.code)"
                                + " and exists (select from space s where s.level = l.code and " + VALID
                                + ") order by l.rank, l.code",
                        level,
                        day)
                .map((row, context) -> new Level(row.getString(1), row.getBoolean(2)))
                .list());
    }

    /**
     * A space as the index knows it.
     *
     * @param id internal number
     * @param key key
     * @param parent key of the parent
     * @param box box around the boundary; a null envelope without one
     */
    record Indexed(long id, String key, @Nullable String parent, Envelope box) {
        boolean hasBoundary() {
            return !box.isNull();
        }
    }

    /** Spaces of a level on a day, below a space if one is named. */
    List<Indexed> index(String level, @Nullable String below, LocalDate day) {
        List<Object> parameters = new ArrayList<>(List.of(level, day));
        String within = below == null ? "" : "and s.path @> array[cast(? as text)] and s.key <> ? ";
        if (below != null) {
            parameters.addAll(List.of(below, below));
        }
        String statement =
                "select s.id, s.key, s.parent, s.west, s.east, s.south, s.north from space s where s.level = ?"
                        + " and " + VALID + within + "order by s.key";
        return jdbi.withHandle(handle -> handle.select(statement, parameters.toArray())
                .map((row, context) -> {
                    double west = row.getDouble("west");
                    Envelope box = row.wasNull()
                            ? new Envelope()
                            : new Envelope(west, row.getDouble("east"), row.getDouble("south"), row.getDouble("north"));
                    return new Indexed(row.getLong("id"), row.getString("key"), row.getString("parent"), box);
                })
                .list());
    }

    /** Boundaries by the ids of their spaces. */
    Map<Long, Geometry> boundaries(Collection<Long> ids) {
        Map<Long, Geometry> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.select(
                        "select space_id, wkb from space_boundary where space_id = any(?)",
                        (Object) ids.toArray(Long[]::new))
                .map((row, context) -> Map.entry(row.getLong(1), Wkb.read(row.getBytes(2))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
        return found;
    }

    /** The boundary of the space that has a key on a day. */
    Optional<Geometry> boundary(String key, LocalDate day) {
        return jdbi.withHandle(handle -> handle.select(
                        "select b.wkb from space s join space_boundary b on b.space_id = s.id where s.key = ? and "
                                + VALID,
                        key,
                        day)
                .map((row, context) -> Wkb.read(row.getBytes(1)))
                .findFirst());
    }

    /** Whether a space has, had or will have the key. */
    boolean exists(String key) {
        return jdbi.withHandle(handle -> handle.select("select exists (select from space where key = ?)", key)
                .mapTo(Boolean.class)
                .one());
    }

    /** Two spaces with the same boundary. */
    record Twins(String first, String second, Geometry boundary) {}

    /** Spaces of a level that have the same boundary, below a space if one is named. */
    List<Twins> twins(String level, @Nullable String below, LocalDate day) {
        return jdbi.withHandle(handle -> handle.select(
                        """
                        with present as (
                            select s.id, s.key, b.hash from space s join space_boundary b on b.space_id = s.id
                            where s.level = ? and daterange(s.valid_from, s.valid_to, '[]') @> cast(? as date)
                                and s.path @> cast(? as text[])),
                        firsts as (select distinct on (hash) hash, key from present order by hash, key)
                        select f.key, p.key, b.wkb from present p
                        join firsts f on f.hash = p.hash and f.key < p.key
                        join space_boundary b on b.space_id = p.id
                        order by 1, 2 limit ?
                        """, level, day, below == null ? new String[0] : new String[] {below}, Irregularities.MOST)
                .map((row, context) -> new Twins(row.getString(1), row.getString(2), Wkb.read(row.getBytes(3))))
                .list());
    }
}
