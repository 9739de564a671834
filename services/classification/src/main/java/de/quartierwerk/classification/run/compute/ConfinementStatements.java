package de.quartierwerk.classification.run.compute;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What earlier runs leave possible of suppressed counts, and the spaces that runs withhold. */
@ApplicationScoped
class ConfinementStatements {
    private final Jdbi jdbi;

    ConfinementStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What classes and needs leave possible of a suppressed count.
     *
     * @param possible neighbours of the count, as bits
     */
    record Left(String indicator, LocalDate day, String space, double count, int possible) {}

    /** The reference date of a vector. */
    LocalDate day(long vector) {
        return jdbi.withHandle(handle -> handle.select("select period_end from value_vector where id = ?", vector)
                .map((row, context) -> row.getObject(1, LocalDate.class))
                .one());
    }

    /** What earlier runs leave possible of the same count. */
    int possible(Left left) {
        return jdbi.withHandle(handle -> handle.select("""
                        select possible from confinement where indicator = ? and day = ? and space = ? and count = ?""", left.indicator(), left.day(), left.space(), left.count())
                .map((row, context) -> row.getInt(1))
                .findOne()
                .orElse(Confinement.ANYTHING));
    }

    /** Notes what is left possible from now on. */
    void store(Collection<Left> all) {
        jdbi.useHandle(handle -> all.forEach(left ->
                handle.execute("""
                insert into confinement (indicator, day, space, count, possible) values (?, ?, ?, ?, ?)
                on conflict (indicator, day, space) do update set count = excluded.count, possible = excluded.possible""", left.indicator(), left.day(), left.space(), left.count(), left.possible())));
    }

    /** Notes the spaces of which a run withholds classes and needs. */
    void withhold(UUID run, List<String> spaces) {
        if (!spaces.isEmpty()) {
            jdbi.useHandle(handle -> handle.execute(
                    "insert into run_withheld (run, space) select ?, * from unnest(?)",
                    run,
                    spaces.toArray(String[]::new)));
        }
    }

    /** Whether a run withholds class and needs of a space. */
    boolean withholds(UUID run, String space) {
        return !jdbi.withHandle(
                        handle -> handle.select("select 1 from run_withheld where run = ? and space = ?", run, space)
                                .map((row, context) -> row.getInt(1))
                                .list())
                .isEmpty();
    }
}
