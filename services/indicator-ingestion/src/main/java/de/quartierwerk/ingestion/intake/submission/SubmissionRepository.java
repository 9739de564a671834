package de.quartierwerk.ingestion.intake.submission;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Submissions in the database, one by one. */
@ApplicationScoped
class SubmissionRepository implements PanacheRepositoryBase<SubmissionEntity, UUID> {

    Optional<SubmissionEntity> findVisible(UUID id, Scope scope) {
        return find(
                        "from SubmissionEntity s where " + Scope.VISIBLE + " and s.id = :id",
                        scope.parameters(Map.of("id", id)))
                .firstResultOptional();
    }

    /** The same, and keeps others from changing the submission until the transaction ends. */
    Optional<SubmissionEntity> lockVisible(UUID id, Scope scope) {
        return find(
                        "from SubmissionEntity s where " + Scope.VISIBLE + " and s.id = :id",
                        scope.parameters(Map.of("id", id)))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Whether all spaces of a submission lie in the caller's areas. */
    boolean isWithin(UUID id, Scope scope) {
        return count(
                        "from SubmissionEntity s where " + Scope.WITHIN + " and s.id = :id",
                        scope.areaParameters(Map.of("id", id)))
                > 0;
    }

    /** The newest submission that was released with a file; none before there is one. */
    Optional<SubmissionEntity> newestReleased() {
        return find("state = ?1 and territory = false order by number desc", State.RELEASED)
                .firstResultOptional();
    }

    /** The newest first. */
    List<SubmissionEntity> page(Scope scope, @Nullable State state, long before, int limit) {
        String visible = "from SubmissionEntity s where " + Scope.VISIBLE + " and s.number < :before";
        PanacheQuery<SubmissionEntity> found = state == null
                ? find(visible + " order by s.number desc", scope.parameters(Map.of("before", before)))
                : find(
                        visible + " and s.state = :state order by s.number desc",
                        scope.parameters(Map.of("before", before, "state", state)));
        return found.range(0, limit - 1).list();
    }

    /** Removes dry runs that were checked before an instant. */
    void deleteDryRuns(Instant checkedBefore) {
        delete(
                "dryRun = true and state in (?1, ?2, ?3) and validatedAt < ?4",
                State.REJECTED,
                State.VALIDATED,
                State.WITHDRAWN,
                checkedBefore);
    }

    /** Whether a later submission that takes the values back waits for its release. */
    boolean withdrawalWaits(UUID id) {
        return count("withdraws = ?1 and state in (?2, ?3)", id, State.VALIDATED, State.RELEASING) > 0;
    }

    /** Submissions that the service itself has to go on with, the oldest first. */
    List<UUID> waiting(Instant now, int limit) {
        return getEntityManager()
                .createQuery("""
                        select s.id from SubmissionEntity s
                        where (s.state in (:received, :validating) or (s.state = :releasing and s.release is null))
                          and s.attemptAfter <= :now order by s.number""", UUID.class)
                .setParameter("received", State.RECEIVED)
                .setParameter("validating", State.VALIDATING)
                .setParameter("releasing", State.RELEASING)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Says that the check has begun. */
    void checking(UUID id, Instant now) {
        update(
                "state = ?1, done = 0, expectedRows = null, checkingSince = ?2 where id = ?3",
                State.VALIDATING,
                now,
                id);
    }

    /** Says that the values are being written, from the first one on. */
    void writing(UUID id, Instant now) {
        update("done = 0, releasingSince = ?1 where id = ?2", now, id);
    }

    void progress(UUID id, long done) {
        update("done = ?1 where id = ?2", done, id);
    }

    void progress(UUID id, long done, long expectedRows) {
        update("done = ?1, expectedRows = ?2 where id = ?3", done, expectedRows, id);
    }

    /** Stores what the check found. */
    void checked(UUID id, State state, Counts counts, Coverage coverage, Collection<Area> areas, Instant now) {
        update(
                """
                state = :state, validatedAt = :now, done = :rows, total = :rows, rowCount = :rows, valueCount = :values,
                  createdCount = :created, updatedCount = :updated, unchangedCount = :unchanged,
                  rejectedCount = :rejected, warningCount = :warnings, coverage = :coverage, areas = :areas,
                  areaDays = :days where id = :id""",
                Map.ofEntries(
                        Map.entry("state", state),
                        Map.entry("now", now),
                        Map.entry("rows", counts.rows()),
                        Map.entry("values", counts.values()),
                        Map.entry("created", counts.created()),
                        Map.entry("updated", counts.updated()),
                        Map.entry("unchanged", counts.unchanged()),
                        Map.entry("rejected", counts.rejected()),
                        Map.entry("warnings", counts.warnings()),
                        Map.entry("coverage", coverage),
                        Map.entry("areas", areas.stream().map(Area::key).toArray(String[]::new)),
                        Map.entry("days", areas.stream().map(Area::day).toArray(LocalDate[]::new)),
                        Map.entry("id", id)));
    }

    /** Stores how often what was found, and how the file was understood where somebody wants to see it. */
    void found(UUID id, List<FindingCount> counts, @Nullable Preview preview) {
        findById(id).found(counts, preview);
    }

    /** Stores how the values compared with the known ones when they were released. */
    void compared(UUID id, long created, long updated, long unchanged) {
        update(
                "createdCount = ?1, updatedCount = ?2, unchangedCount = ?3 where id = ?4",
                created,
                updated,
                unchanged,
                id);
    }

    /** Notes the release of a submission, whose values are known from now on. */
    void releasing(UUID id, UUID release) {
        update("release = ?1 where id = ?2 and state = ?3", release, id, State.RELEASING);
    }

    /** Notes that work failed, and when it is tried again. */
    void failed(UUID id, Instant next) {
        update("attempts = attempts + 1, attemptAfter = ?1 where id = ?2", next, id);
    }

    /** Puts work off until an instant. */
    void postpone(UUID id, Instant next) {
        update("attemptAfter = ?1 where id = ?2", next, id);
    }

    /** Turns an approved submission down. */
    void refuse(UUID id, Submission.Reason.Found reason) {
        update(
                "state = ?1, reasonCode = ?2, reasonArguments = ?3 where id = ?4",
                State.REJECTED,
                reason.code(),
                reason.arguments().toArray(String[]::new),
                id);
    }

    void reject(UUID id, Instant now) {
        update("state = ?1, validatedAt = ?2 where id = ?3", State.REJECTED, now, id);
    }
}
