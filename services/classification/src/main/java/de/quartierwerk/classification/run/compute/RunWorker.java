package de.quartierwerk.classification.run.compute;

import de.quartierwerk.classification.ClassificationConfig;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.RunQueue;
import de.quartierwerk.classification.run.RunSummary;
import de.quartierwerk.kit.failure.Passing;
import de.quartierwerk.kit.work.AfterCommit;
import de.quartierwerk.kit.work.BackgroundWork;
import de.quartierwerk.kit.work.ProgressStream;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Computes waiting runs, one after the other. It takes, computes and stores a run in one transaction that holds its
 * row: a crash leaves the run waiting, and two instances never compute the same one. A run that fails or ends the
 * process again and again is given up. A database that goes away is no attempt: the run begins again when it is back.
 */
@ApplicationScoped
public class RunWorker {
    private static final Logger LOG = Logger.getLogger(RunWorker.class);
    private static final int LONGEST_SECONDS = 1800;

    private final RunQueue queue;
    private final RunOutcomes outcomes;
    private final RunComputation computation;
    private final Withholding withholding;
    private final ResultStatements results;
    private final AfterCommit afterCommit;
    private final ProgressStream progress;
    private final int attempts;
    private final BackgroundWork work;
    private volatile @Nullable UUID underway;
    private volatile @Nullable UUID brokenOff;

    RunWorker(
            RunQueue queue,
            RunOutcomes outcomes,
            RunComputation computation,
            Withholding withholding,
            ResultStatements results,
            AfterCommit afterCommit,
            ProgressStream progress,
            ClassificationConfig config) {
        this.queue = queue;
        this.outcomes = outcomes;
        this.computation = computation;
        this.withholding = withholding;
        this.results = results;
        this.afterCommit = afterCommit;
        this.progress = progress;
        this.attempts = config.attempts();
        this.work = new BackgroundWork("runs", 1, Duration.ofSeconds(config.runsEverySeconds()), this::computeNext);
    }

    void onStart(@Observes StartupEvent event) {
        work.start();
    }

    /** A stop that is meant says nothing about the run under way: if it does not end in time, it was no attempt. */
    void onStop(@Observes ShutdownEvent event) {
        UUID run = underway;
        if (run != null) {
            queue.takeBackAttempt(run);
        }
        work.close();
    }

    /** Looks for waiting runs as soon as the present transaction is committed. */
    public void wakeAfterCommit() {
        afterCommit.run(work::wake);
    }

    /** Computes the next waiting run; answers whether it is worth looking for another one at once. */
    boolean computeNext() {
        takeBackWhatBrokeOff();
        queue.failWorn(attempts, "run.failed").forEach(progress::changed);
        try {
            return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
                Optional<Run> next = queue.takeNext(attempts);
                next.ifPresent(this::attempt);
                return next.isPresent();
            });
        } catch (RuntimeException e) {
            UUID run = underway;
            if (run == null) {
                throw e;
            }
            if (Passing.is(e)) {
                brokenOff = run;
                throw e;
            }
            LOG.errorf(e, "Run %s failed", run);
            return false;
        } finally {
            underway = null;
        }
    }

    private void takeBackWhatBrokeOff() {
        UUID run = brokenOff;
        if (run != null) {
            queue.takeBackAttempt(run);
            brokenOff = null;
        }
    }

    /** An attempt that ends the process counts, too: it is counted before it is made. */
    private void attempt(Run run) {
        queue.countAttempt(run.id());
        underway = run.id();
        compute(run);
    }

    private void compute(Run run) {
        long begin = System.nanoTime();
        RunComputation.Task task = outcomes.task(run);
        RunComputation.Columns columns = computation.columns(task);
        Outcome outcome = computation.compute(task, columns);
        Withholding.Withheld withheld = withholding.withhold(run, task, columns, outcome);
        results.insert(run.id(), outcome, withheld);
        RunSummary summary = Summaries.of(outcome, withheld);
        queue.complete(run.id(), summary);
        progress.changed(run.id());
        LOG.infof(
                "Run %s of the scheme %s: %d spaces in %d ms",
                run.id(), run.scheme(), summary.counts().spaces(), (System.nanoTime() - begin) / 1_000_000);
    }
}
