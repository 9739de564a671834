package de.quartierwerk.classification.run;

import de.quartierwerk.classification.ClassificationConfig;
import de.quartierwerk.classification.method.Outcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Computes waiting runs, one after the other. A run is taken, computed and stored in one transaction that holds its
 * row, so that a crash leaves it waiting and two instances never compute the same one. A run that fails or ends the
 * process again and again is given up.
 */
@ApplicationScoped
class RunWorker {
    private static final Logger LOG = Logger.getLogger(RunWorker.class);
    private static final int LONGEST_SECONDS = 1800;

    private final RunRepository repository;
    private final RunComputation computation;
    private final ResultWriter writer;
    private final Runs runs;
    private final int attempts;
    private volatile UUID underway;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "runs"));

    RunWorker(
            RunRepository repository,
            RunComputation computation,
            ResultWriter writer,
            Runs runs,
            ClassificationConfig config) {
        this.repository = repository;
        this.computation = computation;
        this.writer = writer;
        this.runs = runs;
        this.attempts = config.attempts();
    }

    void onStarted(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunStart.Started event) {
        wake();
    }

    @Scheduled(
            every = "${quartierwerk.classification.runs-every-seconds}s",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onTick() {
        wake();
    }

    /** A stop that is meant says nothing about the run under way: if it does not end in time, it was no attempt. */
    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdown();
        UUID run = underway;
        if (run != null) {
            QuarkusTransaction.requiringNew().run(() -> repository.uncountAttempt(run));
        }
        thread.awaitTermination(10, TimeUnit.SECONDS);
    }

    private void wake() {
        if (!thread.isShutdown()) {
            thread.execute(this::computeWaiting);
        }
    }

    private void computeWaiting() {
        try {
            boolean more = true;
            while (more && !thread.isShutdown()) {
                more = computeNext();
            }
        } catch (RuntimeException e) {
            LOG.warn("Waiting runs could not be looked up; it will be tried again", e);
        }
    }

    /** Answers whether it is worth looking for another run at once. */
    private boolean computeNext() {
        QuarkusTransaction.requiringNew().run(() -> repository.failAfter(attempts, "run.failed", now()));
        try {
            return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
                Optional<Run> next = repository.takeNext(attempts);
                next.ifPresent(this::attempt);
                return next.isPresent();
            });
        } catch (RuntimeException e) {
            if (underway == null) {
                throw e;
            }
            LOG.errorf(e, "Run %s failed", underway);
            return false;
        } finally {
            underway = null;
        }
    }

    /** An attempt that ends the process counts, too: it is counted before it is made. */
    private void attempt(Run run) {
        underway = run.id();
        QuarkusTransaction.requiringNew().run(() -> repository.countAttempt(run.id()));
        compute(run);
    }

    private void compute(Run run) {
        long begin = System.nanoTime();
        Outcome outcome = computation.compute(runs.task(run));
        writer.write(run.id(), outcome);
        RunSummary summary = Summaries.of(outcome);
        repository.complete(run.id(), summary, now());
        LOG.infof(
                "Run %s of the scheme %s: %d spaces in %d ms",
                run.id(), run.scheme(), summary.counts().spaces(), (System.nanoTime() - begin) / 1_000_000);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
