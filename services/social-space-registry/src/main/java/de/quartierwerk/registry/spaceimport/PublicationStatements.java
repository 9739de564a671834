package de.quartierwerk.registry.spaceimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which spaces the batches of a bulk job publish; the rows go when all are published. */
@ApplicationScoped
class PublicationStatements {
    /** About so many bytes of JSON go into one event. */
    private static final int BATCH_BYTES = 400_000;

    private final Jdbi jdbi;

    PublicationStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Splits the spaces that a change touched into batches.
     *
     * @return number of batches
     */
    int plan(UUID job, long version) {
        return jdbi.withHandle(handle -> {
            handle.execute("""
                    insert into space_publication (job, batch, position, space_id)
                    select ?, dense_rank() over (order by bytes / ?) - 1, row_number() over (order by bytes), id
                    from (select s.id, sum(600 + length(s.attributes::text) + coalesce(length(b.map_wkb), 0) * 3 / 2)
                            over (order by s.key, s.valid_from)::bigint as bytes
                        from space s left join space_boundary b on b.space_id = s.id where s.version = ?) as touched
                    """, job, BATCH_BYTES, version);
            return handle.select("select coalesce(max(batch) + 1, 0) from space_publication where job = ?", job)
                    .mapTo(Integer.class)
                    .one();
        });
    }

    int countBatches(UUID job) {
        return jdbi.withHandle(
                handle -> handle.select("select count(distinct batch) from space_publication where job = ?", job)
                        .mapTo(Integer.class)
                        .one());
    }

    void remove(UUID job) {
        jdbi.useHandle(handle -> handle.execute("delete from space_publication where job = ?", job));
    }
}
