package de.quartierwerk.classification.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs that wait to be computed, and how often each of them was tried. */
@ApplicationScoped
public class RunQueue {
    private final RunRepository runs;
    private final RunAttemptRepository attempts;
    private final Clock clock;

    RunQueue(RunRepository runs, RunAttemptRepository attempts, Clock clock) {
        this.runs = runs;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Takes the next waiting run until the transaction ends; runs that were tried before come last.
     *
     * @param mostAttempts runs that were tried so often are left alone
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Run> takeNext(int mostAttempts) {
        return runs.takeNext(mostAttempts).map(RunEntity::run);
    }

    /** Completes a run that the transaction has taken. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void complete(UUID id, RunSummary summary) {
        runs.findById(id).ending = new Run.Ending(Run.State.COMPLETED, now(), null, summary);
        attempts.deleteById(id);
    }

    /** Counts an attempt that begins, whatever becomes of the transaction that computes the run. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void countAttempt(UUID id) {
        attempts.count(id);
    }

    /** Takes back an attempt that ended for reasons that are not the run's own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void takeBackAttempt(UUID id) {
        attempts.takeBack(id);
    }

    /** Gives up the runs that were tried so often, unless the last attempt is still being made; answers their ids. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<UUID> failWorn(int mostAttempts, String code) {
        List<RunEntity> worn = runs.takeWorn(mostAttempts);
        worn.forEach(run -> run.ending = new Run.Ending(Run.State.FAILED, now(), code, null));
        return worn.stream().map(run -> run.id).toList();
    }

    private Instant now() {
        return clock.instant();
    }
}
