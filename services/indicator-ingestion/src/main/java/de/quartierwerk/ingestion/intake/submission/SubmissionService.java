package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.ingestion.IngestionConfig;
import de.quartierwerk.ingestion.delivery.periodlock.PeriodLocks;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.RoleGroups;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.work.ProgressStream;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rules of a submission's way: who may see it, and that a second person approves it. */
@ApplicationScoped
class SubmissionService {
    /** Findings that hold a release up until somebody has answered: they may be secret ways to a count. */
    private static final String RELATIONS = "relation.";

    private final SubmissionRepository repository;
    private final SubmissionStatements statements;
    private final FindingStatements findings;
    private final StoredFiles files;
    private final Audit audit;
    private final Caller caller;
    private final Event<WorkWaiting> waiting;
    private final IngestionConfig config;
    private final PeriodLocks locks;
    private final ProgressStream progress;
    private final Clock clock;

    SubmissionService(
            SubmissionRepository repository,
            SubmissionStatements statements,
            FindingStatements findings,
            StoredFiles files,
            Audit audit,
            Caller caller,
            Event<WorkWaiting> waiting,
            IngestionConfig config,
            PeriodLocks locks,
            ProgressStream progress,
            Clock clock) {
        this.repository = repository;
        this.statements = statements;
        this.findings = findings;
        this.files = files;
        this.audit = audit;
        this.caller = caller;
        this.waiting = waiting;
        this.config = config;
        this.locks = locks;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Stores a submission.
     *
     * @param corrects the earlier submission that it corrects
     */
    @Transactional
    Submission create(NewSubmission received, @Nullable UUID corrects) {
        SubmissionEntity earlier = corrects == null ? null : corrected(corrects);
        SubmissionEntity row = SubmissionEntity.received(received, clock.instant());
        if (earlier != null && !received.dryRun()) {
            row.corrects = earlier.id;
            if (earlier.state == State.VALIDATED) {
                decide(earlier, State.WITHDRAWN, null, "submission-withdrawn");
            }
        }
        repository.persistAndFlush(row);
        try {
            files.keep(received.id(), received.upload());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(
                "submission-received",
                subject(received.id()),
                null,
                Map.of(
                        "fileName", received.file().name(),
                        "fileSize", received.file().size(),
                        "fileSha256", received.file().sha256(),
                        "dryRun", received.dryRun()));
        waiting.fire(new WorkWaiting(received.id()));
        return row.submission();
    }

    /** Its own side replaces what waits for approval; whoever sees it can correct what is released. */
    private SubmissionEntity corrected(UUID id) {
        SubmissionEntity earlier = locked(id);
        if (earlier.dryRun) {
            throw new Conflict("submission.dry-run", id);
        }
        if (earlier.state != State.VALIDATED && earlier.state != State.RELEASED) {
            throw new Conflict("submission.state", id, earlier.state, State.VALIDATED + ", " + State.RELEASED);
        }
        if (earlier.state == State.VALIDATED) {
            requireOwn(earlier);
        }
        return earlier;
    }

    Submission find(UUID id) {
        return visible(id, Scope.of(caller));
    }

    /** Reads a submission again and again for the present caller, also after the request's thread is gone. */
    Supplier<Submission> watch(UUID id) {
        Scope scope = Scope.of(caller);
        return () -> QuarkusTransaction.joiningExisting().call(() -> visible(id, scope));
    }

    private Submission visible(UUID id, Scope scope) {
        return repository
                .findVisible(id, scope)
                .map(SubmissionEntity::submission)
                .orElseThrow(() -> unknown(id));
    }

    @Transactional
    List<Submission> page(@Nullable State state, long before, int limit) {
        return repository.page(Scope.of(caller), state, before, limit).stream()
                .map(SubmissionEntity::submission)
                .toList();
    }

    /** Whether the caller, or the caller's organisation, has submitted it. */
    boolean isOwn(Submission submission) {
        return Scope.of(caller).owns(submission.submitter());
    }

    /** Whether the caller may read the cells that findings quote: the submitter's side and stewards. */
    boolean mayReadValues(Submission submission) {
        return isOwn(submission) || caller.hasAny(RoleGroups.stewards());
    }

    List<NumberedFinding> findings(UUID id, FindingFilter filter, long after, int limit) {
        return findings.page(id, filter, after, limit);
    }

    @Transactional
    Submission approve(UUID id) {
        SubmissionEntity row = locked(id);
        requireWithin(id);
        if (row.submitter.equals(caller.name())) {
            throw new Forbidden("submission.own");
        }
        if (row.dryRun) {
            throw new Conflict("submission.dry-run", id);
        }
        requireValidated(row);
        Submission submission = row.submission();
        if (submission.reading().mapping().holdsOnWarnings() && submission.openWarnings() > 0) {
            throw new Conflict("submission.held-by-warnings", id, submission.openWarnings());
        }
        long relations = findings.open(id, RELATIONS);
        if (relations > 0) {
            throw new Conflict("submission.held-by-relations", id, relations);
        }
        locks.requireOpen(id);
        row.countValues();
        return decide(row, State.RELEASING, null, "submission-approved");
    }

    @Transactional
    Submission reject(UUID id, String reason) {
        SubmissionEntity row = locked(id);
        requireWithin(id);
        requireValidated(row);
        return decide(row, State.REJECTED, reason, "submission-rejected");
    }

    /** Accepts warnings, each of the numbers or all of a code; answers how many. */
    @Transactional
    int answer(UUID id, List<Long> numbers, @Nullable String code, String reason) {
        SubmissionEntity row = locked(id);
        requireOwn(row);
        requireValidated(row);
        List<InputError> errors = findings.withoutWarning(id, numbers).stream()
                .map(number -> InputError.at(
                        "/numbers/" + numbers.indexOf(number), "finding.no-warning", number.toString(), number))
                .toList();
        if (!errors.isEmpty()) {
            throw new Invalid("submission.answer-invalid", errors);
        }
        int answered =
                findings.answer(id, numbers, code, new NumberedFinding.Answer(reason, caller.name(), clock.instant()));
        row.answeredCount = findings.answered(id);
        if (answered > 0) {
            audit.record("warnings-answered", subject(id), null, Map.of("answered", answered));
        }
        return answered;
    }

    /**
     * Takes a submission back. Before its approval it is withdrawn at once; after its release a new submission takes
     * its values back, which somebody else has to approve.
     *
     * @return the submission itself, or the one that takes it back
     */
    @Transactional
    Submission withdraw(UUID id) {
        SubmissionEntity row = locked(id);
        if (row.state == State.RELEASED) {
            return withdrawReleased(row);
        }
        requireOwn(row);
        requireValidated(row);
        return decide(row, State.WITHDRAWN, null, "submission-withdrawn");
    }

    private Submission withdrawReleased(SubmissionEntity released) {
        if (!caller.hasAny(RoleGroups.stewards())) {
            requireOwn(released);
        }
        if (repository.withdrawalWaits(released.id)) {
            throw new Conflict("submission.withdrawal-waits", released.id);
        }
        UUID id = UUID.randomUUID();
        SubmissionEntity row = SubmissionEntity.withdrawal(
                id, released, caller.name(), caller.organisation().orElse(null), clock.instant());
        repository.persistAndFlush(row);
        long values = statements.stageWithdrawal(id, released.release());
        if (values == 0) {
            throw new Conflict("submission.nothing-to-withdraw", released.id);
        }
        row.changes(values);
        audit.record("withdrawal-submitted", subject(id), null, Map.of("withdraws", released.id, "values", values));
        return row.submission();
    }

    private SubmissionEntity locked(UUID id) {
        return repository.lockVisible(id, Scope.of(caller)).orElseThrow(() -> unknown(id));
    }

    private void requireOwn(SubmissionEntity row) {
        if (!Scope.of(caller).owns(row.submitter())) {
            throw new Forbidden("submission.not-own");
        }
    }

    /** The second person judges for the spaces; speaking for the same organisation is not enough. */
    private void requireWithin(UUID id) {
        if (!repository.isWithin(id, Scope.of(caller))) {
            throw new Forbidden("area.forbidden");
        }
    }

    private static void requireValidated(SubmissionEntity row) {
        if (row.state != State.VALIDATED) {
            throw new Conflict("submission.state", row.id, row.state, State.VALIDATED);
        }
    }

    private Submission decide(SubmissionEntity row, State state, @Nullable String reason, String action) {
        State before = row.state;
        row.decide(state, caller.name(), reason, clock.instant());
        if (state != State.RELEASING) {
            statements.deleteStaged(row.id);
        }
        audit.record(
                action,
                subject(row.id),
                Map.of("state", before),
                reason == null ? Map.of("state", state) : Map.of("state", state, "reason", reason));
        waiting.fire(new WorkWaiting(row.id));
        progress.changed(row.id);
        return row.submission();
    }

    @Scheduled(every = "10m", delayed = "1m")
    @Transactional
    void forgetDryRuns() {
        repository.deleteDryRuns(clock.instant().minus(config.dryRunKept()));
    }

    private static String subject(UUID id) {
        return "submissions/" + id;
    }

    private static NotFound unknown(UUID id) {
        return new NotFound("submission.unknown", id);
    }
}
