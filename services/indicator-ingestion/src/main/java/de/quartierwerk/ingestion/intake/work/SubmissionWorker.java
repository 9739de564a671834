package de.quartierwerk.ingestion.intake.work;

import de.quartierwerk.events.Topics;
import de.quartierwerk.ingestion.IngestionConfig;
import de.quartierwerk.ingestion.intake.submission.Finding;
import de.quartierwerk.ingestion.intake.submission.Severity;
import de.quartierwerk.ingestion.intake.submission.State;
import de.quartierwerk.ingestion.intake.submission.StoredFiles;
import de.quartierwerk.ingestion.intake.submission.Submission;
import de.quartierwerk.ingestion.intake.submission.SubmissionWork;
import de.quartierwerk.ingestion.intake.submission.WorkWaiting;
import de.quartierwerk.ingestion.intake.validation.SubmissionCheck;
import de.quartierwerk.ingestion.release.ReleaseRefused;
import de.quartierwerk.ingestion.release.ReleaseService;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.problem.Unavailable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Goes on with submissions that wait. A submission is held by a lock of its own transaction, so that a worker that dies
 * leaves it free, and unchanged, for the next.
 */
@ApplicationScoped
public class SubmissionWorker {
    private static final Logger LOG = Logger.getLogger(SubmissionWorker.class);
    private static final Duration LONGEST_WORK = Duration.ofHours(6);
    private static final long MILLISECONDS_BETWEEN_LOOKS = 1000;
    private static final int MOST_ATTEMPTS = 5;
    private static final int CANDIDATES = 32;
    /** Connection, resources, operator intervention, rollback. */
    private static final Pattern PASSING = Pattern.compile("(08|53|57|40).*");

    private final SubmissionWork submissions;
    private final SubmissionCheck check;
    private final ReleaseService release;
    private final Settling settling;
    private final StoredFiles files;
    private final Messages messages;
    private final int workers;
    private final Semaphore signals = new Semaphore(0);
    private volatile ExecutorService threads;

    SubmissionWorker(
            SubmissionWork submissions,
            SubmissionCheck check,
            ReleaseService release,
            Settling settling,
            StoredFiles files,
            Messages messages,
            IngestionConfig config) {
        this.submissions = submissions;
        this.check = check;
        this.release = release;
        this.settling = settling;
        this.files = files;
        this.messages = messages;
        this.workers = config.workers();
    }

    void start(@Observes StartupEvent event) {
        threads = Executors.newFixedThreadPool(workers, task -> new Thread(task, "submission-worker"));
        for (int i = 0; i < workers; i++) {
            threads.execute(this::work);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkWaiting waiting) {
        signals.release();
    }

    private void work() {
        while (!threads.isShutdown()) {
            try {
                signals.tryAcquire(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
                while (!threads.isShutdown() && workOnce()) {
                    LOG.debug("Looking for more submissions");
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("Submissions could not be looked up; it will be tried again", e);
            }
        }
    }

    /** Goes on with the first submission that waits and is not held; answers whether there was one. */
    private boolean workOnce() {
        List<UUID> waiting = submissions.waiting(CANDIDATES);
        for (UUID id : waiting) {
            if (goOn(id)) {
                return true;
            }
        }
        return false;
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
            conclude(id, submission -> refuse(id, refused));
            return true;
        } catch (Unavailable notNow) {
            conclude(id, submission -> submissions.postpone(id, notNow.retryAfterSeconds()));
            return true;
        } catch (RuntimeException e) {
            if (threads.isShutdown()) {
                LOG.debugf(e, "Submission %s is left to the next start", id);
                return false;
            }
            if (passes(e)) {
                LOG.warnf("Submission %s was interrupted by the database; it is begun again", id);
                conclude(id, submission -> submissions.postpone(id, 1));
                return true;
            }
            LOG.errorf(e, "Submission %s could not be worked on", id);
            conclude(id, this::fail);
            return true;
        }
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
        if (submission == null) {
            return false;
        }
        return switch (submission.state()) {
            case RECEIVED, VALIDATING -> {
                QuarkusTransaction.requiringNew().run(() -> submissions.checking(id));
                check.check(submission, done -> {
                    Long expected = expectedRows(done, files.bytesRead(id), submission.fileSize());
                    QuarkusTransaction.requiringNew().run(() -> submissions.progress(id, done, expected));
                });
                yield true;
            }
            case RELEASING -> {
                if (submission.waitsForWork()) {
                    release.write(submission);
                }
                yield submission.waitsForWork();
            }
            case REJECTED, VALIDATED, RELEASED, WITHDRAWN -> false;
        };
    }

    /** As many rows per byte as so far; null where the whole file was read in advance. */
    static Long expectedRows(long done, long bytesRead, long fileSize) {
        return bytesRead == 0 || bytesRead >= fileSize ? null : Math.round(done * (double) fileSize / bytesRead);
    }

    /** A database that is away or that ended a connection says nothing about the submission. */
    static boolean passes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (sql.getSQLState() == null
                            || PASSING.matcher(sql.getSQLState()).matches())) {
                return true;
            }
        }
        return false;
    }

    /** The places are told in findings, which only the submitter's side and officials may read. */
    private void refuse(UUID id, ReleaseRefused refused) {
        List<Finding> findings = refused.places().stream()
                .map(place -> new Finding(
                        null,
                        null,
                        null,
                        "release.reveals",
                        Severity.ERROR,
                        null,
                        List.of(place.indicator(), place.period(), place.space())))
                .toList();
        submissions.refuse(id, messages.text(Locale.GERMAN, "release.refused", findings.size()), findings);
    }

    /** A check that fails again and again is given up; an approved release is tried until it succeeds. */
    private void fail(Submission submission) {
        boolean checking = submission.state() != State.RELEASING;
        if (checking && submission.attempts() + 1 >= MOST_ATTEMPTS) {
            submissions.giveUp(submission.id());
        } else {
            submissions.failed(submission.id(), Math.min(60, 1L << Math.min(6, submission.attempts())));
        }
    }
}
