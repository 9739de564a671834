package de.quartierwerk.kit.inbox;

import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.kit.work.BoundedWait;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the broker says of topics. */
@ApplicationScoped
public class BrokerTopics {
    private final Admin admin;
    private final String topicPrefix;

    BrokerTopics(Admin admin, @ConfigProperty(name = "quartierwerk.topic-prefix") Optional<String> topicPrefix) {
        this.admin = admin;
        this.topicPrefix = topicPrefix.orElse("");
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

    /** Topics by their names without the installation's prefix. */
    Map<String, TopicDescription> describe(Collection<String> topics) {
        return answer(admin.describeTopics(
                                topics.stream().map(topicPrefix::concat).toList())
                        .allTopicNames())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(each -> each.getKey().substring(topicPrefix.length()), Map.Entry::getValue));
    }

    /** @throws Unavailable when there is none within five seconds */
    static <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BoundedWait.exhausted("broker.unavailable");
        } catch (ExecutionException | TimeoutException e) {
            throw BoundedWait.exhausted("broker.unavailable");
        }
    }
}
