package de.quartierwerk.classification.run;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Attempts to compute runs, counted beside the runs. */
@ApplicationScoped
class RunAttemptRepository implements PanacheRepositoryBase<RunAttempt, UUID> {
    void count(UUID run) {
        getEntityManager().createNativeQuery("""
                        insert into run_attempt (run, attempts) values (:run, 1)
                        on conflict on constraint pk_run_attempt do update set attempts = run_attempt.attempts + 1""").setParameter("run", run).executeUpdate();
    }

    void takeBack(UUID run) {
        update("attempts = attempts - 1 where run = ?1 and attempts > 0", run);
    }
}
