package de.quartierwerk.kit.inbox;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Creates the topics of this service before its channels open, since a consumer would notice a topic that appears later
 * only after minutes. Partitions and replicas are the broker's defaults. Does nothing where somebody else makes them.
 */
@ApplicationScoped
class TopicCreation {
    private static final Logger LOG = Logger.getLogger(TopicCreation.class);

    private final Admin admin;
    private final boolean wanted;
    private final String topicPrefix;
    private final List<String> published;
    private final List<String> compacted;
    private final List<EventHandler> handlers;

    TopicCreation(
            Admin admin,
            @ConfigProperty(name = "quartierwerk.create-topics") boolean wanted,
            @ConfigProperty(name = "quartierwerk.topic-prefix") Optional<String> topicPrefix,
            @ConfigProperty(name = "quartierwerk.topics") Optional<List<String>> published,
            @ConfigProperty(name = "quartierwerk.compacted-topics") Optional<List<String>> compacted,
            @All List<EventHandler> handlers) {
        this.admin = admin;
        this.wanted = wanted;
        this.topicPrefix = topicPrefix.orElse("");
        this.published = published.orElse(List.of());
        this.compacted = compacted.orElse(List.of());
        this.handlers = handlers;
    }

    void onStart(@Observes @Priority(1) StartupEvent event) {
        if (!wanted) {
            return;
        }
        Set<String> topics = new HashSet<>();
        Stream.of(published.stream(), compacted.stream(), handlers.stream().map(EventHandler::topic))
                .flatMap(stream -> stream)
                .forEach(topic -> topics.add(topicPrefix + topic));
        try {
            topics.removeAll(admin.listTopics().names().get(30, TimeUnit.SECONDS));
            for (String topic : topics) {
                create(topic);
            }
            for (String topic : compacted) {
                compact(topicPrefix + topic);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("Topics could not be created, the broker must create them itself: %s", e.getMessage());
        }
    }

    private void create(String topic) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            admin.createTopics(List.of(new NewTopic(topic, Optional.empty(), Optional.empty())))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private void compact(String topic) throws InterruptedException, ExecutionException, TimeoutException {
        ConfigEntry policy = new ConfigEntry(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        List.of(new AlterConfigOp(policy, AlterConfigOp.OpType.SET))))
                .all()
                .get(30, TimeUnit.SECONDS);
    }
}
