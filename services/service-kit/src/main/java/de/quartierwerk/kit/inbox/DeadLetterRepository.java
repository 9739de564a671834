package de.quartierwerk.kit.inbox;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events that could not be applied. */
@ApplicationScoped
class DeadLetterRepository implements PanacheRepositoryBase<DeadLetter, String> {

    /**
     * Keeps a record.
     *
     * @param event what the record says, null where it cannot be read
     * @param place names the record where it has no id of its own, or one that another dead letter has
     */
    void keep(Arrival arrival, @Nullable IncomingEvent event, String place, String cause) {
        byte[] headers = arrival.writtenHeaders();
        String id = event == null ? place : event.id();
        DeadLetter letter = findById(id);
        for (int copy = 0; letter != null && !holds(letter, headers, arrival.content()); copy++) {
            id = copy == 0 ? place : place + "/" + copy;
            letter = findById(id);
        }
        if (letter == null) {
            letter = new DeadLetter();
            letter.id = id;
            letter.topic = arrival.topic();
            letter.type = event == null ? "" : event.type();
            letter.subject = event == null ? "" : event.subject();
            letter.version = event == null ? 0 : event.version();
            letter.time = event == null ? Instant.now() : event.time();
            letter.headers = headers;
            letter.data = arrival.content();
        }
        failed(letter, cause);
        persist(letter);
    }

    private static boolean holds(DeadLetter letter, byte[] headers, byte @Nullable [] data) {
        return Arrays.equals(letter.headers, headers) && Arrays.equals(letter.data, data);
    }

    /** Counts one more attempt that failed. */
    void failed(DeadLetter letter, String cause) {
        letter.cause = cause;
        letter.failedAt = Instant.now();
        letter.attempts++;
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
