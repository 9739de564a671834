package de.quartierwerk.reporting.rebuild;

import de.quartierwerk.kit.inbox.Inbox;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets consumers go on at the position that the database holds, whatever offsets the broker remembers. So a read model
 * that was emptied, or restored from a backup, fills itself again.
 */
@ApplicationScoped
@Identifier("positions")
public class Positions implements KafkaConsumerRebalanceListener {
    private final Inbox inbox;
    private final String topicPrefix;
    private volatile boolean stopping;

    Positions(Inbox inbox, @ConfigProperty(name = "quartierwerk.topic-prefix") Optional<String> topicPrefix) {
        this.inbox = inbox;
        this.topicPrefix = topicPrefix.orElse("");
    }

    /** While the channels close one by one, those still open are given partitions that they will not read. */
    void onStop(@Observes @Priority(1) ShutdownEvent event) {
        stopping = true;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (stopping) {
            return;
        }
        for (TopicPartition partition : partitions) {
            String topic = partition.topic().substring(topicPrefix.length());
            consumer.seek(partition, inbox.nextOffset(topic, partition.partition()));
        }
    }
}
