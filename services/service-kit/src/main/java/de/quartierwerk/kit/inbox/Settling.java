package de.quartierwerk.kit.inbox;

import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.kit.work.BoundedWait;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * Lets a caller use at once what another service just accepted: before a service answers that something is unknown, it
 * catches up with the end of the topic as it is at that moment. Works with several replicas, since the positions stand
 * in the service's database.
 */
@ApplicationScoped
public class Settling {
    private final Admin admin;
    private final InboxStatements inbox;
    private final ConsumedTopics consumed;
    private final BrokerTopics broker;

    Settling(Admin admin, InboxStatements inbox, ConsumedTopics consumed, BrokerTopics broker) {
        this.admin = admin;
        this.inbox = inbox;
        this.consumed = consumed;
        this.broker = broker;
    }

    /**
     * Returns when this service has applied what stood in the topics at the time of the call. Must be called outside of
     * a transaction, or reads after it may still see the state from before.
     *
     * @param topics topics without the installation's prefix, each consumed by this service
     * @throws Unavailable when that takes longer than ten seconds, or the broker does not answer
     */
    public void catchUp(String... topics) {
        for (String topic : topics) {
            TopicDescription description =
                    Objects.requireNonNull(broker.describe(List.of(topic)).get(topic));
            String id = description.topicId().toString();
            endOffsets(description)
                    .forEach((partition, offset) ->
                            BoundedWait.until(() -> isApplied(topic, id, partition, offset), "service.catching-up"));
        }
    }

    private boolean isApplied(String topic, String id, int partition, long offset) {
        boolean applied = QuarkusTransaction.requiringNew().call(() -> inbox.position(topic, id, partition)) >= offset;
        if (!applied && consumed.isPaused(topic)) {
            throw BoundedWait.exhausted("service.catching-up");
        }
        return applied;
    }

    /** End offset of each partition that holds anything. */
    private Map<Integer, Long> endOffsets(TopicDescription description) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
        description.partitions().forEach(partition -> {
            TopicPartition key = new TopicPartition(description.name(), partition.partition());
            latest.put(key, OffsetSpec.latest());
            earliest.put(key, OffsetSpec.earliest());
        });
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                BrokerTopics.answer(admin.listOffsets(latest).all());
        Map<Integer, Long> offsets = new HashMap<>();
        BrokerTopics.answer(admin.listOffsets(earliest).all()).forEach((partition, beginning) -> {
            long end = Objects.requireNonNull(ends.get(partition)).offset();
            if (end > beginning.offset()) {
                offsets.put(partition.partition(), end);
            }
        });
        return offsets;
    }
}
