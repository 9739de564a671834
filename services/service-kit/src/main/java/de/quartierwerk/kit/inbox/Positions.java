package de.quartierwerk.kit.inbox;

import de.quartierwerk.kit.inbox.InboxStatements.Position;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets consumers go on at the position that the database holds, whatever offsets the broker remembers. So a database
 * that was emptied, or restored from a backup, fills itself again. A topic that the broker has lost and made anew, or
 * of which it has lost the end, is read from its beginning: ids and versions of events skip what is known.
 */
@ApplicationScoped
@Identifier("positions")
class Positions implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(Positions.class);

    private final InboxStatements inbox;
    private final ConsumedTopics topics;
    private final BrokerTopics broker;
    private final TopicLosses losses;
    private final String topicPrefix;
    private volatile boolean stopping;
    private final Guard untilItIsKnown = Guard.create()
            .withDescription("positions of consumers")
            .withRetry()
            .maxRetries(-1)
            .maxDuration(0, ChronoUnit.SECONDS)
            .delay(1, ChronoUnit.SECONDS)
            .whenException(e -> !stopping)
            .beforeRetry(e -> LOG.warnf("It is not known yet where to read on: %s", e.getMessage()))
            .done()
            .build();

    Positions(
            InboxStatements inbox,
            ConsumedTopics topics,
            BrokerTopics broker,
            TopicLosses losses,
            @ConfigProperty(name = "quartierwerk.topic-prefix") Optional<String> topicPrefix) {
        this.inbox = inbox;
        this.topics = topics;
        this.broker = broker;
        this.losses = losses;
        this.topicPrefix = topicPrefix.orElse("");
    }

    /** While the channels close one by one, those still open are given partitions that they will not read. */
    void onStop(@Observes @Priority(1) ShutdownEvent event) {
        stopping = true;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (!stopping && !partitions.isEmpty()) {
            untilItIsKnown.get(() -> goOn(consumer, partitions), Void.class);
        }
    }

    private @Nullable Void goOn(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<String, Set<TopicPartition>> assigned =
                partitions.stream().collect(Collectors.groupingBy(this::topic, Collectors.toSet()));
        broker.ids(assigned.keySet())
                .forEach((topic, id) -> goOn(consumer, topic, id, Objects.requireNonNull(assigned.get(topic))));
        return null;
    }

    private void goOn(Consumer<?, ?> consumer, String topic, String id, Set<TopicPartition> partitions) {
        List<Position> applied = QuarkusTransaction.requiringNew().call(() -> inbox.positions(topic));
        Map<Integer, Long> ends = consumer.endOffsets(partitions).entrySet().stream()
                .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
        losses.compare(topic, id, applied, ends);
        topics.identify(topic, id);
        partitions.forEach(each -> consumer.seek(
                each, QuarkusTransaction.requiringNew().call(() -> inbox.position(topic, id, each.partition()))));
    }

    private String topic(TopicPartition partition) {
        return partition.topic().substring(topicPrefix.length());
    }
}
