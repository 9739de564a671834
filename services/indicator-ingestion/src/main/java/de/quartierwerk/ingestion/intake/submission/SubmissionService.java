package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.ingestion.IngestionConfig;
import de.quartierwerk.ingestion.delivery.periodlock.PeriodLocks;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.bulk.BulkPublisher;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.Progress;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Rules of the way of a submission: who may see it, and that a second person approves it. */
@ApplicationScoped
class SubmissionService {
    private final SubmissionRepository repository;
    private final StoredFiles files;
    private final Audit audit;
    private final Caller caller;
    private final Event<WorkWaiting> waiting;
    private final IngestionConfig config;
    private final PeriodLocks locks;
    private final BulkPublisher publisher;

    SubmissionService(
            SubmissionRepository repository,
            StoredFiles files,
            Audit audit,
            Caller caller,
            Event<WorkWaiting> waiting,
            IngestionConfig config,
            PeriodLocks locks,
            BulkPublisher publisher) {
        this.repository = repository;
        this.files = files;
        this.audit = audit;
        this.caller = caller;
        this.waiting = waiting;
        this.config = config;
        this.locks = locks;
        this.publisher = publisher;
    }

    /**
     * Stores a submission.
     *
     * @param corrects the earlier submission that it corrects, or null
     */
    @Transactional
    Submission create(NewSubmission submission, UUID corrects) {
        Submission earlier = corrects == null ? null : corrected(corrects);
        repository.insert(submission);
        if (earlier != null && !submission.dryRun()) {
            repository.corrects(submission.id(), earlier.id());
            if (earlier.state() == State.VALIDATED) {
                decide(earlier, State.WITHDRAWN, null, "submission-withdrawn");
            }
        }
        try {
            files.keep(submission.id(), submission.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(
                "submission-received",
                subject(submission.id()),
                null,
                Map.of(
                        "fileName", submission.fileName(),
                        "fileSize", submission.facts().size(),
                        "fileSha256", submission.facts().sha256(),
                        "dryRun", submission.dryRun()));
        waiting.fire(new WorkWaiting(submission.id()));
        return repository.find(submission.id()).orElseThrow();
    }

    /** What waits for approval is replaced by its own side; what is released can be corrected by whoever sees it. */
    private Submission corrected(UUID id) {
        Submission earlier = locked(id);
        if (earlier.dryRun()) {
            throw new Conflict("submission.dry-run", id);
        }
        if (earlier.state() != State.VALIDATED && earlier.state() != State.RELEASED) {
            throw new Conflict("submission.state", id, earlier.state(), State.VALIDATED + ", " + State.RELEASED);
        }
        if (earlier.state() == State.VALIDATED && !Visibility.of(caller).owns(earlier)) {
            throw new Forbidden("submission.not-own");
        }
        return earlier;
    }

    Submission find(UUID id) {
        return repository.find(id, Visibility.of(caller)).orElseThrow(() -> unknown(id));
    }

    List<Submission> page(State state, long before, int limit) {
        return repository.page(Visibility.of(caller), state, before, limit);
    }

    /** Reads a submission again and again for the present caller, also after the request's thread is gone. */
    Supplier<Submission> watch(UUID id) {
        Visibility visibility = Visibility.of(caller);
        return () -> repository.find(id, visibility).orElseThrow(() -> unknown(id));
    }

    /** A submission as callers see it. */
    SubmissionView view(Submission submission) {
        return SubmissionView.of(submission, progress(submission));
    }

    /** While values are told, each batch that the broker has acknowledged counts for its part of them. */
    private Progress progress(Submission submission) {
        Progress stored = new Progress(submission.done(), submission.total());
        if (submission.state() != State.RELEASING || submission.release() == null) {
            return stored;
        }
        Progress batches = publisher.progress(submission.release());
        long told = batches.done() == 0 ? 0 : stored.total() / 2 * batches.done() / batches.total();
        return new Progress(stored.done() + told, stored.total());
    }

    /** Whether the caller may read the cells that findings quote: the submitter's side and stewards. */
    boolean mayReadValues(Submission submission) {
        return Visibility.of(caller).owns(submission) || caller.hasAny(Roles.STEWARD, Roles.ADMIN);
    }

    List<SubmissionRepository.NumberedFinding> findings(UUID id, long after, int limit) {
        return repository.findings(id, after, limit);
    }

    @Transactional
    Submission approve(UUID id) {
        Submission submission = locked(id);
        requireWithin(submission);
        if (submission.submitter().equals(caller.name())) {
            throw new Forbidden("submission.own");
        }
        if (submission.dryRun()) {
            throw new Conflict("submission.dry-run", id);
        }
        requireValidated(submission);
        boolean held = Boolean.TRUE.equals(submission.mapping().holdOnWarnings());
        if (held && submission.openWarnings() > 0) {
            throw new Conflict("submission.held-by-warnings", id, submission.openWarnings());
        }
        locks.requireOpen(id);
        repository.countValues(id);
        return decide(submission, State.RELEASING, null, "submission-approved");
    }

    @Transactional
    Submission reject(UUID id, String reason) {
        Submission submission = locked(id);
        requireWithin(submission);
        requireValidated(submission);
        return decide(submission, State.REJECTED, reason, "submission-rejected");
    }

    /** Accepts warnings, each of the numbers or all of a code; answers how many. */
    @Transactional
    int answer(UUID id, List<Long> numbers, String code, String reason) {
        Submission submission = locked(id);
        if (!Visibility.of(caller).owns(submission)) {
            throw new Forbidden("submission.not-own");
        }
        requireValidated(submission);
        List<InputError> errors = repository.withoutWarning(id, numbers).stream()
                .map(number -> InputError.at(
                        "/numbers/" + numbers.indexOf(number), "finding.no-warning", number.toString(), number))
                .toList();
        if (!errors.isEmpty()) {
            throw new Invalid("submission.answer-invalid", errors);
        }
        int answered = repository.answer(id, numbers, code, reason, caller.name());
        if (answered > 0) {
            audit.record("warnings-answered", subject(id), null, Map.of("answered", answered));
        }
        return answered;
    }

    /**
     * Takes a submission back: at once before its approval, by a submission that somebody else has to approve after its
     * release. Answers the submission itself or the one that takes it back.
     */
    @Transactional
    Submission withdraw(UUID id) {
        Submission submission = locked(id);
        if (submission.state() == State.RELEASED) {
            return withdrawReleased(submission);
        }
        if (!Visibility.of(caller).owns(submission)) {
            throw new Forbidden("submission.not-own");
        }
        requireValidated(submission);
        return decide(submission, State.WITHDRAWN, null, "submission-withdrawn");
    }

    private Submission withdrawReleased(Submission released) {
        if (!Visibility.of(caller).owns(released) && !caller.hasAny(Roles.STEWARD, Roles.ADMIN)) {
            throw new Forbidden("submission.not-own");
        }
        if (repository.withdrawalWaits(released.id())) {
            throw new Conflict("submission.withdrawal-waits", released.id());
        }
        UUID id = UUID.randomUUID();
        long values = repository.insertWithdrawal(
                id, released, caller.name(), caller.organisation().orElse(null));
        if (values == 0) {
            throw new Conflict("submission.nothing-to-withdraw", released.id());
        }
        repository.countWithdrawal(id, values);
        audit.record("withdrawal-submitted", subject(id), null, Map.of("withdraws", released.id(), "values", values));
        return repository.find(id).orElseThrow();
    }

    private Submission locked(UUID id) {
        return repository.findForUpdate(id, Visibility.of(caller)).orElseThrow(() -> unknown(id));
    }

    /** The second person judges for the spaces; speaking for the same organisation is not enough. */
    private void requireWithin(Submission submission) {
        if (!repository.isWithin(submission.id(), Visibility.of(caller))) {
            throw new Forbidden("area.forbidden");
        }
    }

    private static void requireValidated(Submission submission) {
        if (submission.state() != State.VALIDATED) {
            throw new Conflict("submission.state", submission.id(), submission.state(), State.VALIDATED);
        }
    }

    private Submission decide(Submission submission, State state, String reason, String action) {
        repository.decide(submission.id(), state, caller.name(), reason);
        if (state != State.RELEASING) {
            repository.deleteStaged(submission.id());
        }
        audit.record(
                action,
                subject(submission.id()),
                Map.of("state", submission.state()),
                reason == null ? Map.of("state", state) : Map.of("state", state, "reason", reason));
        waiting.fire(new WorkWaiting(submission.id()));
        return repository.find(submission.id()).orElseThrow();
    }

    @Scheduled(every = "10m", delayed = "1m")
    @Transactional
    void forgetDryRuns() {
        repository.deleteDryRuns(config.dryRunKept().toSeconds());
    }

    private static String subject(UUID id) {
        return "submissions/" + id;
    }

    private static NotFound unknown(UUID id) {
        return new NotFound("submission.unknown", id);
    }
}
