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
 * row, so that a crash leaves it waiting and two instances never compute the same one.
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

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdown();
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
        UUID[] taken = new UUID[1];
        try {
            return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
                Optional<Run> next = repository.takeNext();
                next.ifPresent(run -> {
                    taken[0] = run.id();
                    compute(run);
                });
                return next.isPresent();
            });
        } catch (RuntimeException e) {
            if (taken[0] == null) {
                throw e;
            }
            LOG.errorf(e, "Run %s failed", taken[0]);
            QuarkusTransaction.requiringNew().run(() -> countFailure(taken[0]));
            return false;
        }
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

    private void countFailure(UUID run) {
        if (repository.countAttempt(run) >= attempts) {
            repository.fail(run, "run.failed", now());
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
