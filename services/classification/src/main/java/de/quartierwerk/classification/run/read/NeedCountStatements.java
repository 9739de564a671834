package de.quartierwerk.classification.run.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Counts spaces in need over sets of runs, in the part of their spaces that somebody sees, without excluded ones. */
@ApplicationScoped
class NeedCountStatements {
    private static final String COUNTS = """
            select n.run, n.need, count(*), count(distinct n.municipality), count(*) filter (where not n.found) from (
                select r.run, x.need, r.municipality, x.need = any(r.needs) as found
                from run u join result r on r.run = u.id and r.level = u.level
                    cross join lateral (select unnest(r.needs) as need union
                        select s.need from stated_need s where s.run = r.run and s.space = r.space and s.added_at <= ?) x
                where u.id = any(?) and r.exclusion is null and (? or u.standing = 'PUBLISHED' or r.path && ?)) n
            group by n.run, n.need""";

    private static final String SPACES_IN_NEED = """
            select r.run, count(*) from run u join result r on r.run = u.id and r.level = u.level
            where u.id = any(?) and r.exclusion is null and (? or u.standing = 'PUBLISHED' or r.path && ?)
                and (cardinality(r.needs) > 0 or exists
                    (select 1 from stated_need s where s.run = r.run and s.space = r.space and s.added_at <= ?))
            group by r.run""";

    private final Jdbi jdbi;

    NeedCountStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Numbers of a need: spaces, municipalities with such a space, and spaces that have it because it was stated. */
    record Count(int spaces, int municipalities, int stated) {
        static final Count NONE = new Count(0, 0, 0);
    }

    private record Row(UUID run, String need, Count count) {}

    /** Those of the runs to which people had added needs until an instant. */
    Set<UUID> withStatedNeeds(Collection<UUID> runs, Instant until) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.select(
                        "select distinct run from stated_need where run = any(?) and added_at <= ?",
                        runs.toArray(UUID[]::new),
                        until)
                .map((row, context) -> row.getObject(1, UUID.class))
                .list()));
    }

    /** Numbers by run and need, found by rules or stated until an instant. */
    Map<UUID, Map<String, Count>> counts(Collection<UUID> runs, Instant until, boolean everywhere, List<String> areas) {
        Map<UUID, Map<String, Count>> counts = new HashMap<>();
        jdbi.useHandle(handle -> handle.select(
                        COUNTS, until, runs.toArray(UUID[]::new), everywhere, areas.toArray(String[]::new))
                .map((row, context) -> new Row(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        new Count(row.getInt(3), row.getInt(4), row.getInt(5))))
                .forEach(row -> counts.computeIfAbsent(row.run(), run -> new HashMap<>())
                        .put(row.need(), row.count())));
        return counts;
    }

    /** Numbers of spaces with at least one need, by run; runs without such a space are left out. */
    Map<UUID, Integer> spacesInNeed(Collection<UUID> runs, Instant until, boolean everywhere, List<String> areas) {
        Map<UUID, Integer> spaces = new HashMap<>();
        jdbi.useHandle(handle -> handle.select(
                        SPACES_IN_NEED, runs.toArray(UUID[]::new), everywhere, areas.toArray(String[]::new), until)
                .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
                .forEach(entry -> spaces.put(entry.getKey(), entry.getValue())));
        return spaces;
    }
}
