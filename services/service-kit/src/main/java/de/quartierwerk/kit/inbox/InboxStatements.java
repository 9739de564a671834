package de.quartierwerk.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What has been applied of each topic: ids of events, positions in partitions, parts of bulks. */
@ApplicationScoped
class InboxStatements {
    private static final String INSERT =
            "insert into inbox (id, type, received_at) values (?, ?, now()) on conflict do nothing";
    private static final String ADVANCE = """
            insert into inbox_position (topic, partition, topic_id, next_offset, applied) values (?, ?, ?, ?, 1)
            on conflict (topic, partition) do update
            set next_offset = greatest(inbox_position.next_offset, excluded.next_offset),
                topic_id = excluded.topic_id,
                applied = inbox_position.applied + 1
            where coalesce(inbox_position.topic_id, '') in ('', excluded.topic_id)""";
    private static final String POSITION =
            "select coalesce(max(next_offset), 0) from inbox_position where topic = ? and partition = ? and topic_id = ?";
    private static final String ADOPT = "update inbox_position set topic_id = ? where topic = ? and topic_id is null";
    private static final String LEAVE = """
            update inbox_position set next_offset = 0, topic_id = ?, applied = applied + 1
            where topic = ? and topic_id <> ?""";
    private static final String RESTART = """
            update inbox_position set next_offset = 0, applied = applied + 1
            where topic = ? and partition = ? and topic_id = ? and next_offset = ?""";
    private static final String COUNT_ARRIVED =
            "insert into inbox_bulk (bulk, arrived, updated_at) values (?, 1, now()) "
                    + "on conflict (bulk) do update set arrived = inbox_bulk.arrived + 1, updated_at = now() returning arrived";

    private final Jdbi jdbi;

    InboxStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Records an event's id and answers whether it is new. */
    boolean insert(String id, String type) {
        return jdbi.withHandle(handle -> handle.execute(INSERT, id, type)) == 1;
    }

    /**
     * Moves a position on, unless it belongs to another topic by now: one that was made while the record was at work.
     */
    void advance(String topic, String topicId, int partition, long nextOffset) {
        jdbi.useHandle(handle -> handle.execute(ADVANCE, topic, partition, topicId, nextOffset));
    }

    /** Next offset of a partition; 0 before the first event, and where the position belongs to another topic. */
    long position(String topic, String topicId, int partition) {
        return jdbi.withHandle(handle -> handle.select(POSITION, topic, partition, topicId)
                .mapTo(Long.class)
                .one());
    }

    /**
     * How far a partition was applied.
     *
     * @param topicId the broker's id of the topic to which the position belongs; empty in positions from before
     */
    record Position(String topicId, int partition, long nextOffset) {}

    /** The partitions of a topic of which something was applied. */
    List<Position> positions(String topic) {
        return jdbi.withHandle(handle -> handle.select("""
                        select coalesce(topic_id, '') as topic_id, partition, next_offset from inbox_position
                        where topic = ?""", topic)
                .map((row, context) ->
                        new Position(row.getString("topic_id"), row.getInt("partition"), row.getLong("next_offset")))
                .list());
    }

    /** Sets positions that belong to another topic of that name back to the beginning, and answers how many. */
    int leaveOthers(String topic, String topicId) {
        return jdbi.withHandle(handle -> {
            handle.execute(ADOPT, topicId, topic);
            return handle.execute(LEAVE, topicId, topic, topicId);
        });
    }

    /** Sets a position back to the beginning unless it changed, and answers whether it did. */
    boolean restart(String topic, Position position) {
        return jdbi.withHandle(handle ->
                        handle.execute(RESTART, topic, position.partition(), position.topicId(), position.nextOffset()))
                == 1;
    }

    /** How many events of all partitions were applied. */
    long applied() {
        return jdbi.withHandle(handle -> handle.select("select coalesce(sum(applied), 0) from inbox_position")
                .mapTo(Long.class)
                .one());
    }

    /** Counts one more part of a bulk and answers how many have arrived; the row stays locked until the commit. */
    int countArrived(String bulk) {
        return jdbi.withHandle(handle ->
                handle.select(COUNT_ARRIVED, bulk).mapTo(Integer.class).one());
    }

    void deleteReceivedBefore(Instant instant) {
        jdbi.useHandle(handle -> {
            handle.execute("delete from inbox where received_at < ?", instant);
            handle.execute("delete from inbox_bulk where updated_at < ?", instant);
        });
    }

    void clear() {
        jdbi.useHandle(handle -> handle.execute("truncate inbox, inbox_bulk, inbox_position"));
    }
}
