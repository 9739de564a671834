package de.quartierwerk.ingestion.delivery.periodlock;

import de.quartierwerk.kit.problem.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What locks mean for submissions, for the other features. */
@ApplicationScoped
public class PeriodLocks {
    private final PeriodLockRepository repository;
    private final PeriodLockStatements statements;

    PeriodLocks(PeriodLockRepository repository, PeriodLockStatements statements) {
        this.repository = repository;
        this.statements = statements;
    }

    /** Receives each value that a lock keeps out. */
    @FunctionalInterface
    public interface Report {
        /** Receives a value by its table and place, its period and the code of the lock. */
        void report(int sheet, long line, int column, String period, String lock);
    }

    /**
     * What was taken out.
     *
     * @param values all of it
     * @param usable values that are there, not missing ones
     */
    public record TakenOut(long values, long usable) {}

    /** Takes the values of closed periods out of what a submission has staged, and reports each. */
    public TakenOut takeOut(UUID submission, Report report) {
        long[] values = new long[2];
        if (repository.count() > 0) {
            statements.takeOut(submission, repository.ofPeriods(), locked -> {
                values[0]++;
                values[1] += locked.usable() ? 1 : 0;
                report.report(locked.sheet(), locked.line(), locked.column(), locked.period(), locked.lock());
            });
        }
        return new TakenOut(values[0], values[1]);
    }

    /** Refuses a submission with a value of a period that was closed in the meantime. */
    public void requireOpen(UUID submission) {
        if (repository.count() > 0) {
            statements.lockOf(submission, repository.ofPeriods()).ifPresent(lock -> {
                throw new Conflict("submission.period-locked", submission, lock);
            });
        }
    }
}
