package de.quartierwerk.ingestion.delivery.periodlock;

import de.quartierwerk.kit.problem.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What locks say about submissions, for the other features. */
@ApplicationScoped
public class PeriodLocks {
    private final LockRepository repository;

    PeriodLocks(LockRepository repository) {
        this.repository = repository;
    }

    /** Is told of each value that a lock keeps out. */
    @FunctionalInterface
    public interface Told {
        /** Tells of a value by its table and place, its period and the code of the lock. */
        void tell(int sheet, long line, int column, String period, String lock);
    }

    /**
     * What was taken out.
     *
     * @param values all of it
     * @param usable values that are there, not missing ones
     */
    public record TakenOut(long values, long usable) {}

    /** Takes the values of closed periods out of what a submission has staged, and tells of each. */
    public TakenOut takeOut(UUID submission, Told told) {
        long[] values = new long[2];
        if (!repository.none()) {
            repository.takeOut(submission, locked -> {
                values[0]++;
                values[1] += locked.usable() ? 1 : 0;
                told.tell(locked.sheet(), locked.line(), locked.column(), locked.period(), locked.lock());
            });
        }
        return new TakenOut(values[0], values[1]);
    }

    /** Refuses a submission with a value of a period that was closed in the meantime. */
    public void requireOpen(UUID submission) {
        if (!repository.none()) {
            repository.lockOf(submission).ifPresent(lock -> {
                throw new Conflict("submission.period-locked", submission, lock);
            });
        }
    }
}
