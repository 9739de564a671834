package de.quartierwerk.classification.run;

import de.quartierwerk.kit.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Puts publications in an order by the database's clock. */
@ApplicationScoped
class PublicationStatements {
    private static final String NEXT = """
            select greatest(clock_timestamp(),
                (select max(r.publication_started_at) from run r
                    where r.scheme = ? and r.area is not distinct from cast(? as text)),
                (select max(s.added_at) from stated_need s where s.run = ?)) + interval '1 microsecond' as now""";

    private final Jdbi jdbi;

    PublicationStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The instant of a publication that begins now, after all others of the scheme and area: until the transaction
     * ends, no other one begins. Needs stated before it lie before it, whatever the clock did meanwhile.
     */
    Instant next(Run run) {
        return jdbi.withHandle(handle -> {
            handle.select(
                            "select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))",
                            "publication " + run.scheme() + " " + run.area())
                    .mapTo(Integer.class)
                    .one();
            return handle.select(NEXT, run.scheme(), run.area(), run.id())
                    .map((row, context) -> Columns.instant(row, "now"))
                    .one();
        });
    }

    /** The present instant, after the publication of a run that the transaction has locked. */
    Instant after(UUID run) {
        return jdbi.withHandle(handle -> handle.select("""
                        select greatest(clock_timestamp(), publication_started_at + interval '1 microsecond') as now
                        from run where id = ?""", run)
                .map((row, context) -> Columns.instant(row, "now"))
                .one());
    }
}
