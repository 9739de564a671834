package de.quartierwerk.kit.outbox;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The events that wait to be sent. */
@ApplicationScoped
class OutboxRepository implements PanacheRepositoryBase<OutboxEntry, Long> {
    /** Any number will do as long as nothing else in the database locks it. */
    private static final long RELAY_LOCK = 7_303_014_001L;

    /** Takes the relay's lock until the transaction ends, or answers false when another instance holds it. */
    boolean tryLock() {
        return (Boolean) getEntityManager()
                .createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", RELAY_LOCK)
                .getSingleResult();
    }

    List<OutboxEntry> findUnsent(int limit) {
        return find("sentAt is null order by sequence").page(0, limit).list();
    }

    long countUnsent() {
        return count("sentAt is null");
    }

    boolean isSent(long sequence) {
        return count("sequence = ?1 and sentAt is null", sequence) == 0;
    }

    long deleteSentBefore(Instant instant) {
        return delete("sentAt < ?1", instant);
    }
}
