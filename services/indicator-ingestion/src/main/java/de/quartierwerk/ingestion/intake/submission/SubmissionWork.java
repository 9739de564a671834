package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.kit.work.ProgressStream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the service does with submissions by itself, after they were received or approved: for checking and releasing
 * them. Each step belongs to the caller's transaction, or to one of its own.
 */
@ApplicationScoped
@Transactional
public class SubmissionWork {
    private final SubmissionRepository submissions;
    private final SubmissionStatements statements;
    private final FindingStatements findingStatements;
    private final Findings findings;
    private final StagedCleaning cleaning;
    private final ProgressStream progress;
    private final Clock clock;

    SubmissionWork(
            SubmissionRepository submissions,
            SubmissionStatements statements,
            FindingStatements findingStatements,
            Findings findings,
            StagedCleaning cleaning,
            ProgressStream progress,
            Clock clock) {
        this.submissions = submissions;
        this.statements = statements;
        this.findingStatements = findingStatements;
        this.findings = findings;
        this.cleaning = cleaning;
        this.progress = progress;
        this.clock = clock;
    }

    /** Submissions that the service itself has to go on with, the oldest first. */
    public List<UUID> waiting(int limit) {
        return submissions.waiting(clock.instant(), limit);
    }

    /**
     * Lets one worker at a time go on with a submission, until its transaction ends; answers the submission as it is
     * now, or nothing while another worker has it.
     */
    public Optional<Submission> hold(UUID id) {
        return statements.tryHold(id)
                ? submissions.findByIdOptional(id).map(SubmissionEntity::submission)
                : Optional.empty();
    }

    /** Says that the check has begun. */
    public void checking(UUID id) {
        submissions.checking(id, clock.instant());
        progress.changed(id);
    }

    /** Says that the values are being written, from the first one on. */
    public void writing(UUID id) {
        submissions.writing(id, clock.instant());
        progress.changed(id);
    }

    /**
     * Says how far the check or the release is.
     *
     * @param done rows checked or values written
     * @param expectedRows rows that the file may have; null where nothing new is known about that
     */
    public void progress(UUID id, long done, @Nullable Long expectedRows) {
        if (expectedRows == null) {
            submissions.progress(id, done);
        } else {
            submissions.progress(id, done, expectedRows);
        }
        progress.changed(id);
    }

    /**
     * Stores what the check found.
     *
     * @param preview how the file was understood; null where nobody wants to see it
     */
    public void checked(
            UUID id, State state, Counts counts, Coverage coverage, @Nullable Preview preview, Collection<Area> areas) {
        submissions.checked(id, state, counts, coverage, areas, clock.instant());
        submissions.found(id, findingStatements.counts(id), preview);
        progress.changed(id);
    }

    /** Stores how the values compared with the known ones when they were released. */
    public void compared(UUID id, long created, long updated, long unchanged) {
        submissions.compared(id, created, updated, unchanged);
    }

    /** Notes the release of a submission, whose values are known from now on. */
    public void releasing(UUID id, UUID release) {
        submissions.releasing(id, release);
        progress.changed(id);
    }

    /** Says that all other services can know the values. */
    public void released(UUID release) {
        statements.released(release, clock.instant()).forEach(progress::changed);
        cleaning.afterCommit();
    }

    /** Throws the checked values away. */
    public void deleteStaged(UUID id) {
        statements.deleteStaged(id);
    }

    /** Notes that work failed, and when it is tried again. */
    public void failed(UUID id, Duration untilNext) {
        submissions.failed(id, clock.instant().plus(untilNext));
    }

    /** Puts work off that cannot be done just now. */
    public void postpone(UUID id, Duration untilNext) {
        submissions.postpone(id, clock.instant().plus(untilNext));
    }

    /** Turns an approved submission down since its values cannot be released; does nothing once they were written. */
    public void refuse(UUID id, Submission.Reason.Found reason, List<Finding> found) {
        if (!statements.isWritten(id)) {
            submissions.refuse(id, reason);
            findings.append(id, found);
            submissions.found(id, findingStatements.counts(id), null);
            statements.deleteStaged(id);
            progress.changed(id);
        }
    }

    /** Gives up a check that fails again and again. */
    public void giveUp(UUID id) {
        findingStatements.insertFailed(id);
        submissions.reject(id, clock.instant());
        submissions.found(id, findingStatements.counts(id), null);
        progress.changed(id);
    }
}
