package de.quartierwerk.registry.space;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Which spaces the batches of a bulk job publish; the rows go when all are published. */
@ApplicationScoped
class PublicationStatements {
    /** About so many bytes of JSON go into one event. */
    private static final int BATCH_BYTES = 400_000;

    private static final String PLAN = """
            insert into space_publication (job, batch, position, space_id)
            select ?, dense_rank() over (order by bytes / ?) - 1, row_number() over (order by bytes), id
            from (select s.id, sum(600 + length(s.attributes::text) + coalesce(length(b.map_wkb), 0) * 3 / 2)
                    over (order by s.key, s.valid_from)::bigint as bytes
                from space s left join space_boundary b on b.space_id = s.id %s) as told
            """;

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
        return plan(job, "where s.version = ?", version);
    }

    /**
     * Splits all spaces, whatever their validity, into batches.
     *
     * @return number of batches
     */
    int planAll(UUID job) {
        return plan(job, "");
    }

    private int plan(UUID job, String condition, Object... parameters) {
        return jdbi.withHandle(handle -> {
            handle.execute(
                    PLAN.formatted(condition),
                    Stream.concat(Stream.of(job, BATCH_BYTES), Arrays.stream(parameters))
                            .toArray());
            return countBatches(handle, job);
        });
    }

    /** Number of batches of a job that is not yet published. */
    int countBatches(UUID job) {
        return jdbi.withHandle(handle -> countBatches(handle, job));
    }

    /** Forgets what a job had to publish. */
    void remove(UUID job) {
        jdbi.useHandle(handle -> handle.execute("delete from space_publication where job = ?", job));
    }

    private static int countBatches(Handle handle, UUID job) {
        return handle.select("select coalesce(max(batch) + 1, 0) from space_publication where job = ?", job)
                .mapTo(Integer.class)
                .one();
    }
}
