package de.quartierwerk.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** Queries on the outbox. */
@ApplicationScoped
class OutboxRepository {
    /** Any number will do as long as nothing else in the database locks it. */
    private static final long RELAY_LOCK = 7_303_014_001L;

    private final EntityManager entityManager;

    OutboxRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void insert(OutboxEntry entry) {
        entityManager.persist(entry);
    }

    /** Takes the relay's lock until the transaction ends, or answers false when another instance holds it. */
    boolean tryLock() {
        return (Boolean) entityManager
                .createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", RELAY_LOCK)
                .getSingleResult();
    }

    List<OutboxEntry> findUnsent(int limit) {
        return entityManager
                .createQuery("from OutboxEntry where sentAt is null order by sequence", OutboxEntry.class)
                .setMaxResults(limit)
                .getResultList();
    }

    long countUnsent() {
        return entityManager
                .createQuery("select count(*) from OutboxEntry where sentAt is null", Long.class)
                .getSingleResult();
    }

    boolean isSent(long sequence) {
        return entityManager
                        .createQuery(
                                "select count(*) from OutboxEntry where sequence = :sequence and sentAt is null",
                                Long.class)
                        .setParameter("sequence", sequence)
                        .getSingleResult()
                == 0;
    }

    int deleteSentBefore(Instant instant) {
        return entityManager
                .createQuery("delete from OutboxEntry where sentAt < :instant")
                .setParameter("instant", instant)
                .executeUpdate();
    }
}
