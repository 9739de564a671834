package de.quartierwerk.kit.web;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The first answers to requests with an {@code Idempotency-Key}. */
@ApplicationScoped
class FirstAnswerRepository implements PanacheRepositoryBase<FirstAnswer, FirstAnswer.Id> {
    private static final String CLAIM =
            "insert into idempotency_answer (caller, request, key, content_hash, expires_at)"
                    + " values (:caller, :request, :key, :contentHash, :expiresAt) on conflict do nothing";

    /** Whether the row is new; waits for a transaction that is about to write the same one. */
    boolean claim(FirstAnswer.Id id, String contentHash, Instant now, Instant expiresAt) {
        delete("id = ?1 and expiresAt < ?2", id, now);
        return getEntityManager()
                        .createNativeQuery(CLAIM)
                        .setParameter("caller", id.caller())
                        .setParameter("request", id.request())
                        .setParameter("key", id.key())
                        .setParameter("contentHash", contentHash)
                        .setParameter("expiresAt", expiresAt)
                        .executeUpdate()
                == 1;
    }

    long deleteExpired(Instant now) {
        return delete("expiresAt < ?1", now);
    }
}
