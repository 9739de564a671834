package de.quartierwerk.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** Queries on the inbox. */
@ApplicationScoped
class InboxRepository {
    private final EntityManager entityManager;

    InboxRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Records an event's id and answers whether it is new. */
    boolean insert(String id, String type) {
        return entityManager
                        .createNativeQuery("insert into inbox (id, type, received_at) values (:id, :type, now()) "
                                + "on conflict do nothing")
                        .setParameter("id", id)
                        .setParameter("type", type)
                        .executeUpdate()
                == 1;
    }

    void advance(String topic, int partition, long nextOffset) {
        entityManager
                .createNativeQuery("insert into inbox_position (topic, partition, next_offset) "
                        + "values (:topic, :partition, :offset) on conflict (topic, partition) do update "
                        + "set next_offset = greatest(inbox_position.next_offset, excluded.next_offset)")
                .setParameter("topic", topic)
                .setParameter("partition", partition)
                .setParameter("offset", nextOffset)
                .executeUpdate();
    }

    /** Next offset of a partition, 0 before the first event. */
    long position(String topic, int partition) {
        return (Long) entityManager
                .createNativeQuery(
                        "select coalesce(max(next_offset), 0) from inbox_position "
                                + "where topic = :topic and partition = :partition",
                        Long.class)
                .setParameter("topic", topic)
                .setParameter("partition", partition)
                .getSingleResult();
    }

    /** Counts one more part of a bulk and answers how many have arrived; the row stays locked until the commit. */
    int countArrived(String bulk) {
        return (Integer) entityManager
                .createNativeQuery(
                        "insert into inbox_bulk (bulk, arrived, updated_at) values (:bulk, 1, now()) "
                                + "on conflict (bulk) do update set arrived = inbox_bulk.arrived + 1, updated_at = now() "
                                + "returning arrived",
                        Integer.class)
                .setParameter("bulk", bulk)
                .getSingleResult();
    }

    void deleteReceivedBefore(Instant instant) {
        for (String delete : new String[] {
            "delete from inbox where received_at < :instant",
            "delete from inbox_bulk where updated_at < :instant",
            "delete from dead_letter where replayed_at < :instant"
        }) {
            entityManager
                    .createNativeQuery(delete)
                    .setParameter("instant", instant)
                    .executeUpdate();
        }
    }

    void clear() {
        entityManager
                .createNativeQuery("truncate inbox, inbox_bulk, inbox_position")
                .executeUpdate();
    }
}
