package de.quartierwerk.kit.bulk;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/** The bulk jobs. */
@ApplicationScoped
class BulkJobRepository implements PanacheRepositoryBase<BulkJob, UUID> {

    /** Ids of the jobs that are not yet published, the oldest first. */
    List<UUID> findOpen() {
        return find("select job from BulkJob where publishedAt is null order by startedAt")
                .project(UUID.class)
                .list();
    }

    boolean isPublished(UUID job) {
        return count("job = ?1 and publishedAt is null", job) == 0;
    }

    /** Takes a job until the transaction ends; empty when another instance has it or it is published. */
    Optional<BulkJob> lockOpen(UUID job) {
        return find("job = ?1 and publishedAt is null", job)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional();
    }

    long deletePublishedBefore(Instant instant) {
        return delete("publishedAt < ?1", instant);
    }
}
