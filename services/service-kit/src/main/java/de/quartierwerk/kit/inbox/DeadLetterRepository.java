package de.quartierwerk.kit.inbox;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The events that could not be applied. */
@ApplicationScoped
class DeadLetterRepository implements PanacheRepositoryBase<DeadLetter, String> {

    void keep(IncomingEvent event, String cause) {
        DeadLetter letter = findById(event.id());
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
        persist(letter);
    }

    /** Letters that wait, in the order in which they failed, after the given failure. */
    List<DeadLetter> findOpen(Instant afterFailedAt, String afterId, int limit) {
        return find(
                        "replayedAt is null and (failedAt > ?1 or (failedAt = ?1 and id > ?2)) order by failedAt, id",
                        afterFailedAt,
                        afterId)
                .page(0, limit)
                .list();
    }

    long deleteReplayedBefore(Instant instant) {
        return delete("replayedAt < ?1", instant);
    }
}
