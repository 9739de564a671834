package de.quartierwerk.ingestion.work;

import de.quartierwerk.events.Topics;
import de.quartierwerk.ingestion.IngestionConfig;
import de.quartierwerk.ingestion.intake.submission.Finding;
import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.submission.Severity;
import de.quartierwerk.ingestion.intake.submission.State;
import de.quartierwerk.ingestion.intake.submission.StoredFiles;
import de.quartierwerk.ingestion.intake.submission.Submission;
import de.quartierwerk.ingestion.intake.submission.SubmissionWork;
import de.quartierwerk.ingestion.intake.submission.WorkWaiting;
import de.quartierwerk.ingestion.intake.validation.SubmissionCheck;
import de.quartierwerk.ingestion.release.ReleaseRefused;
import de.quartierwerk.ingestion.release.ReleaseService;
import de.quartierwerk.kit.failure.Passing;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.kit.work.BackgroundWork;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with submissions that wait. A lock of its own transaction holds a submission, so that a worker that dies
 * leaves it free, and unchanged, for the next.
 */
@ApplicationScoped
public class SubmissionWorker {
    private static final Logger LOG = Logger.getLogger(SubmissionWorker.class);
    private static final Duration LONGEST_WORK = Duration.ofHours(6);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_ATTEMPTS = 5;
    private static final int CANDIDATES = 32;

    private final SubmissionWork submissions;
    private final SubmissionCheck check;
    private final ReleaseService release;
    private final Settling settling;
    private final StoredFiles files;
    private final BackgroundWork work;

    SubmissionWorker(
            SubmissionWork submissions,
            SubmissionCheck check,
            ReleaseService release,
            Settling settling,
            StoredFiles files,
            IngestionConfig config) {
        this.submissions = submissions;
        this.check = check;
        this.release = release;
        this.settling = settling;
        this.files = files;
        this.work = new BackgroundWork("submission-worker", config.workers(), TICK, this::workOnce);
    }

    void start(@Observes StartupEvent event) {
        work.start();
    }

    void stop(@Observes ShutdownEvent event) {
        work.close();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkWaiting waiting) {
        work.wake();
    }

    /** Goes on with the first submission that waits and that no other worker holds; answers whether there was one. */
    private boolean workOnce() {
        List<UUID> waiting = QuarkusTransaction.requiringNew().call(() -> submissions.waiting(CANDIDATES));
        return waiting.stream().anyMatch(this::goOn);
    }

    private boolean goOn(UUID id) {
        try {
            settling.catchUp(Topics.SOCIAL_SPACE);
            boolean worked = QuarkusTransaction.requiringNew()
                    .timeout((int) LONGEST_WORK.toSeconds())
                    .call(() -> workOn(id));
            if (worked) {
                release.makeKnown();
            }
            return worked;
        } catch (ReleaseRefused refused) {
            if (!takeBackSums(id)) {
                conclude(id, submission -> refuse(id, refused));
            }
            return true;
        } catch (Unavailable notNow) {
            conclude(id, submission -> submissions.postpone(id, Duration.ofSeconds(notNow.retryAfterSeconds())));
            return true;
        } catch (RuntimeException e) {
            if (work.isStopping() || Passing.is(e)) {
                LOG.warnf("Submission %s was interrupted; it is begun again", id);
                throw e;
            }
            LOG.errorf(e, "Submission %s could not be worked on", id);
            conclude(id, this::fail);
            return true;
        }
    }

    /** Whether outdated sums were taken back instead of a move of spaces that must not be published. */
    private boolean takeBackSums(UUID id) {
        boolean written = QuarkusTransaction.requiringNew()
                .timeout((int) LONGEST_WORK.toSeconds())
                .call(() -> submissions
                        .hold(id)
                        .filter(submission ->
                                submission.waitsForWork() && submission.links().territory())
                        .map(submission -> {
                            release.takeBackSums(submission);
                            return true;
                        })
                        .orElse(false));
        if (written) {
            release.makeKnown();
        }
        return written;
    }

    /**
     * Notes how work ended. Its own hold on the submission ended with its transaction: another worker that has taken it
     * since comes to a conclusion of its own.
     */
    private void conclude(UUID id, Consumer<Submission> conclusion) {
        QuarkusTransaction.requiringNew()
                .run(() -> submissions.hold(id).filter(Submission::waitsForWork).ifPresent(conclusion));
    }

    private boolean workOn(UUID id) {
        Submission submission = submissions.hold(id).orElse(null);
        if (submission == null || !submission.waitsForWork()) {
            return false;
        }
        if (submission.state() == State.RELEASING) {
            release.write(submission);
        } else {
            QuarkusTransaction.requiringNew().run(() -> submissions.checking(id));
            check.check(submission, done -> {
                Long expected = expectedRows(
                        done, files.bytesRead(id), submission.file().size());
                QuarkusTransaction.requiringNew().run(() -> submissions.progress(id, done, expected));
            });
        }
        return true;
    }

    /** As many rows per byte as so far; null where the whole file was read in advance. */
    static @Nullable Long expectedRows(long done, long bytesRead, long fileSize) {
        return bytesRead == 0 || bytesRead >= fileSize ? null : Math.round(done * (double) fileSize / bytesRead);
    }

    /** Findings name the places, which only the submitter's side and officials may read. */
    private void refuse(UUID id, ReleaseRefused refused) {
        List<Finding> findings = refused.places().stream()
                .map(place -> Finding.of(
                        Place.FILE,
                        "release.reveals",
                        Severity.ERROR,
                        null,
                        List.of(
                                place.indicator(),
                                place.period(),
                                place.space(),
                                place.without().indicator(),
                                place.without().period(),
                                place.without().space())))
                .toList();
        Submission.Reason.Found reason =
                new Submission.Reason.Found("release.refused", List.of(Integer.toString(findings.size())));
        submissions.refuse(id, reason, findings);
    }

    /** A check that fails again and again is given up; an approved release is tried until it succeeds. */
    private void fail(Submission submission) {
        int attempts = submission.work().attempts();
        if (submission.state() != State.RELEASING && attempts + 1 >= MOST_ATTEMPTS) {
            submissions.giveUp(submission.id());
            return;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(6, attempts));
        submissions.failed(submission.id(), pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
}
