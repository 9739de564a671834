package de.quartierwerk.kit.inbox;

import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.kit.work.BoundedWait;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the broker says of topics. */
@ApplicationScoped
public class BrokerTopics {
    private final Admin admin;
    private final String topicPrefix;
    private volatile boolean answers;

    BrokerTopics(
            Admin admin,
            MeterRegistry metrics,
            @ConfigProperty(name = "quartierwerk.topic-prefix") Optional<String> topicPrefix) {
        this.admin = admin;
        this.topicPrefix = topicPrefix.orElse("");
        Gauge.builder("quartierwerk.broker.answers", this, topics -> topics.answers ? 1 : 0)
                .description("Whether the broker answered when it was asked last, every ten seconds at least")
                .register(metrics);
    }

    /**
     * Ids of topics: one that was lost and made anew has another.
     *
     * @param topics without the installation's prefix
     * @throws Unavailable when the broker does not answer within five seconds, or does not have one of them
     */
    public Map<String, String> ids(Collection<String> topics) {
        return describe(topics).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().topicId().toString()));
    }

    /**
     * A topic as the broker has it.
     *
     * @param id the broker's id: one that was lost and made anew has another
     * @param beginnings first offset that each partition still holds, or would
     * @param ends next offset of each partition
     */
    public record BrokerTopic(String id, Map<Integer, Long> beginnings, Map<Integer, Long> ends) {}

    /**
     * Topics by their names.
     *
     * @param topics without the installation's prefix
     * @throws Unavailable when the broker does not answer within five seconds, or does not have one of them
     */
    public Map<String, BrokerTopic> look(Collection<String> topics) {
        Map<String, TopicDescription> descriptions = describe(topics);
        Map<TopicPartition, ListOffsetsResultInfo> beginnings = offsets(descriptions.values(), OffsetSpec.earliest());
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(descriptions.values(), OffsetSpec.latest());
        Map<String, BrokerTopic> found = new TreeMap<>();
        descriptions.forEach((topic, description) -> found.put(
                topic,
                new BrokerTopic(
                        description.topicId().toString(), own(description, beginnings), own(description, ends))));
        return found;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(Collection<TopicDescription> topics, OffsetSpec which) {
        return answer(admin.listOffsets(topics.stream()
                        .flatMap(BrokerTopics::partitions)
                        .collect(Collectors.toMap(Function.identity(), partition -> which)))
                .all());
    }

    private static Map<Integer, Long> own(TopicDescription topic, Map<TopicPartition, ListOffsetsResultInfo> offsets) {
        return partitions(topic)
                .collect(Collectors.toMap(
                        TopicPartition::partition,
                        partition ->
                                Objects.requireNonNull(offsets.get(partition)).offset()));
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(each -> new TopicPartition(topic.name(), each.partition()));
    }

    /** Topics by their names without the installation's prefix. */
    private Map<String, TopicDescription> describe(Collection<String> topics) {
        return answer(admin.describeTopics(
                                topics.stream().map(topicPrefix::concat).toList())
                        .allTopicNames())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(each -> each.getKey().substring(topicPrefix.length()), Map.Entry::getValue));
    }

    /** @throws Unavailable when there is none within five seconds */
    private <T> T answer(KafkaFuture<T> question) {
        try {
            T answer = question.get(5, TimeUnit.SECONDS);
            answers = true;
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BoundedWait.exhausted("broker.unavailable");
        } catch (ExecutionException | TimeoutException e) {
            answers = e.getCause() instanceof UnknownTopicOrPartitionException;
            throw BoundedWait.exhausted("broker.unavailable");
        }
    }
}
