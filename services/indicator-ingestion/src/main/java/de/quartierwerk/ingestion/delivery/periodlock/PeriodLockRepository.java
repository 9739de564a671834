package de.quartierwerk.ingestion.delivery.periodlock;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Locks in the database. */
@ApplicationScoped
class PeriodLockRepository implements PanacheRepositoryBase<PeriodLock, String> {
    private static final String LOCK =
            "select count(*) from pg_advisory_xact_lock(hashtextextended('period-lock ' || :code, 0))";

    /** A lock of one period. */
    record OfPeriod(String code, String period) {}

    /** Keeps others from writing the same lock until the transaction ends. */
    void lock(String code) {
        getEntityManager().createNativeQuery(LOCK).setParameter("code", code).getSingleResult();
    }

    /** Locks behind a code, in the order of their codes. */
    List<PeriodLock> page(String after, int limit) {
        return find("code > ?1 order by code", after).range(0, limit - 1).list();
    }

    /** The locks of one period, in the order of their codes. */
    List<OfPeriod> ofPeriods() {
        return find("select code, locked.period from PeriodLock where locked.period is not null order by code")
                .project(OfPeriod.class)
                .list();
    }
}
