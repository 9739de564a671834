package de.quartierwerk.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Offsets that the broker has acknowledged. */
@ApplicationScoped
class PublishedOffsetStatements {
    private static final String ADVANCE = """
            insert into published_offset (topic, partition, next_offset) values (?, ?, ?)
            on conflict (topic, partition) do update
            set next_offset = greatest(published_offset.next_offset, excluded.next_offset)""";

    private static final String LOSE =
            "update published_offset set next_offset = " + Long.MAX_VALUE + " where topic = ? and partition = ?";

    private final Jdbi jdbi;

    PublishedOffsetStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Notes next offsets in the order of the partitions, so that two who do so at once wait for each other. */
    void advance(String topic, Map<Integer, Long> next) {
        jdbi.useHandle(handle -> {
            PreparedBatch rows = handle.prepareBatch(ADVANCE);
            new TreeMap<>(next).forEach((partition, offset) -> rows.add(topic, partition, offset));
            rows.execute();
        });
    }

    /** Notes that the broker has lost what it had acknowledged: no partition ends beyond this offset. */
    void lose(String topic, int partition) {
        jdbi.useHandle(handle -> handle.execute(LOSE, topic, partition));
    }

    Map<String, Map<Integer, Long>> all() {
        Map<String, Map<Integer, Long>> all = new TreeMap<>();
        jdbi.useHandle(handle -> handle.select("select topic, partition, next_offset from published_offset")
                .map((row, context) -> all.computeIfAbsent(row.getString("topic"), topic -> new TreeMap<>())
                        .put(row.getInt("partition"), row.getLong("next_offset")))
                .list());
        return all;
    }

    boolean delete(String topic) {
        return jdbi.withHandle(handle -> handle.execute("delete from published_offset where topic = ?", topic)) > 0;
    }
}
