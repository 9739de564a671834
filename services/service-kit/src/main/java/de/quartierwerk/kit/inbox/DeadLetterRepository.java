package de.quartierwerk.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** Queries on the dead letters. */
@ApplicationScoped
class DeadLetterRepository {
    private final EntityManager entityManager;

    DeadLetterRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void keep(IncomingEvent event, String cause) {
        DeadLetter letter = entityManager.find(DeadLetter.class, event.id());
        if (letter == null) {
            letter = new DeadLetter();
            letter.id = event.id();
            letter.topic = event.topic();
            letter.type = event.type();
            letter.subject = event.subject();
            letter.version = event.version();
            letter.time = event.time();
            letter.data = event.content();
        }
        letter.cause = cause;
        letter.failedAt = Instant.now();
        letter.attempts++;
        entityManager.persist(letter);
    }

    DeadLetter find(String id) {
        return entityManager.find(DeadLetter.class, id);
    }

    /** Letters that wait, in the order in which they failed, after the given failure. */
    List<DeadLetter> findOpen(Instant afterFailedAt, String afterId, int limit) {
        return entityManager
                .createQuery(
                        "from DeadLetter where replayedAt is null and (failedAt > :failedAt or "
                                + "(failedAt = :failedAt and id > :id)) order by failedAt, id",
                        DeadLetter.class)
                .setParameter("failedAt", afterFailedAt)
                .setParameter("id", afterId)
                .setMaxResults(limit)
                .getResultList();
    }
}
