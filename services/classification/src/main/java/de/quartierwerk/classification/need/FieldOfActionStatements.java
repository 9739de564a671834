package de.quartierwerk.classification.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Counts fields of action over the results of a run, without excluded spaces. */
@ApplicationScoped
class FieldOfActionStatements {
    private static final String COUNTS = """
            select n.need, n.municipality, count(*) as spaces, count(*) filter (where not n.found) as stated from (
                select x.need, r.municipality, x.need = any(r.needs) as found from result r
                    cross join lateral (select unnest(r.needs) as need union
                        select s.need from stated_need s where s.run = r.run and s.space = r.space) x
                where r.run = ? and r.level = ? and r.exclusion is null and (? or r.path && ?)) n
            group by n.need, n.municipality""";

    private final Jdbi jdbi;

    FieldOfActionStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Spaces of a municipality that have a need, and those of them that have it because people stated it. */
    record Count(String need, @Nullable String municipality, int spaces, int stated) {}

    /** Numbers over the spaces within areas, unless everywhere. */
    List<Count> counts(UUID run, String level, boolean everywhere, String... areas) {
        return jdbi.withHandle(handle -> handle.select(COUNTS, run, level, everywhere, areas)
                .map((row, context) -> new Count(
                        row.getString("need"),
                        row.getString("municipality"),
                        row.getInt("spaces"),
                        row.getInt("stated")))
                .list());
    }
}
