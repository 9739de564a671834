package de.quartierwerk.classification.run.start;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.jpa.SpecHints;

/** Runs that releases of values asked for. */
@ApplicationScoped
class AutomaticRunRepository implements PanacheRepositoryBase<AutomaticRun, AutomaticRun.Key> {
    private static final int SKIP_LOCKED = -2;

    /** Asks for a run; one that is asked for again waits until then, but no more than a minute in all. */
    void ask(String scheme, String period, Instant now, Instant due) {
        getEntityManager()
                .createNativeQuery("""
                        insert into automatic_run as a (scheme, period, asked_at, due_at)
                        values (:scheme, :period, :now, :due)
                        on conflict on constraint pk_automatic_run do update set
                            asked_at = case when a.due_at is null then excluded.asked_at else a.asked_at end,
                            due_at = case when a.due_at is null then excluded.due_at
                                else least(excluded.due_at, a.asked_at + interval '1 minute') end""")
                .setParameter("scheme", scheme)
                .setParameter("period", period)
                .setParameter("now", now)
                .setParameter("due", due)
                .executeUpdate();
    }

    boolean isAnyDue(Instant now) {
        return count("dueAt <= ?1", now) > 0;
    }

    /** Takes the run that is due first until the transaction ends. */
    Optional<AutomaticRun> takeDue(Instant now) {
        return find("dueAt <= ?1 order by dueAt, scheme, period", now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
                .firstResultOptional();
    }

    /** Forgets a run unless it was asked for again since. */
    void forget(String scheme, String period, Instant dueAt) {
        delete("scheme = ?1 and period = ?2 and dueAt = ?3", scheme, period, dueAt);
    }

    /** Periods of the runs of a scheme that are asked for. */
    List<String> periods(String scheme) {
        return find("select period from AutomaticRun where scheme = ?1", scheme)
                .project(String.class)
                .list();
    }
}
