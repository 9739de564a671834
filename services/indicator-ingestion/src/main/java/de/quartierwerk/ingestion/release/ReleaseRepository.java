package de.quartierwerk.ingestion.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Releases in the database, one by one. */
@ApplicationScoped
class ReleaseRepository implements PanacheRepositoryBase<ReleaseEntity, Long> {

    boolean isWritten(UUID submission) {
        return count("submission", submission) > 0;
    }

    /** Begins a release; answers its number. */
    long begin(UUID submission, String by, Instant now) {
        ReleaseEntity release = new ReleaseEntity();
        release.id = UUID.randomUUID();
        release.submission = submission;
        release.releasedBy = by;
        release.writtenAt = now;
        persistAndFlush(release);
        return release.number;
    }

    /** Number of the release of a submission. */
    long numberOf(UUID submission) {
        return find("submission", submission).singleResult().number;
    }

    /** A release that is known. */
    Optional<ReleaseEntity> known(UUID id) {
        return find("id = ?1 and recordedAt is not null", id).firstResultOptional();
    }

    /** Releases that are known, the oldest first. */
    List<ReleaseEntity> listKnown() {
        return list("recordedAt is not null order by number");
    }

    void setBatches(long number, int batches) {
        update("batches = ?1 where number = ?2", batches, number);
    }

    /** Releases that are written but not yet known, the oldest first. */
    List<ReleaseEntity> written() {
        return list("recordedAt is null order by number");
    }
}
