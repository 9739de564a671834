package de.quartierwerk.kit.republication;

import de.quartierwerk.kit.inbox.BrokerTopics;
import de.quartierwerk.kit.inbox.BrokerTopics.BrokerTopic;
import de.quartierwerk.kit.outbox.PublishedOffsets;
import de.quartierwerk.kit.problem.Unavailable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Notices that the broker has lost a topic of this service and made it anew, or has lost the end of one, and tells
 * everything once more: what was acknowledged before may not have reached everybody.
 */
@ApplicationScoped
class LostTopics {
    private static final Logger LOG = Logger.getLogger(LostTopics.class);

    private final BrokerTopics broker;
    private final RepublicationService republications;
    private final RepublicationStatements statements;
    private final PublishedOffsets offsets;
    private final List<String> published;

    LostTopics(
            BrokerTopics broker,
            RepublicationService republications,
            RepublicationStatements statements,
            PublishedOffsets offsets,
            @ConfigProperty(name = "quartierwerk.topics") Optional<List<String>> published,
            @ConfigProperty(name = "quartierwerk.compacted-topics") Optional<List<String>> compacted) {
        this.broker = broker;
        this.republications = republications;
        this.statements = statements;
        this.offsets = offsets;
        this.published = Stream.of(published, compacted)
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .toList();
    }

    /** Once the topics are there. */
    void onStart(@Observes @Priority(3) StartupEvent event) {
        look();
    }

    @Scheduled(every = "10s", delayed = "10s")
    void look() {
        try {
            Map<String, Map<Integer, Long>> written = offsets.all();
            Map<String, BrokerTopic> found = broker.look(published);
            QuarkusTransaction.requiringNew().run(() -> compare(written, found));
        } catch (Unavailable e) {
            LOG.debug("The broker does not answer, topics are looked for later");
        }
    }

    /** @param written offsets from before the topics were looked at, since both only grow */
    private void compare(Map<String, Map<Integer, Long>> written, Map<String, BrokerTopic> found) {
        List<String> lost = found.entrySet().stream()
                .filter(each -> isLost(each.getKey(), each.getValue(), written.getOrDefault(each.getKey(), Map.of())))
                .map(Map.Entry::getKey)
                .toList();
        found.forEach((topic, now) -> {
            if (!now.ends().equals(written.get(topic))) {
                offsets.note(topic, now.ends());
            }
        });
        if (!lost.isEmpty()) {
            lost.forEach(statements::keepFromTelling);
            LOG.warnf(
                    "The broker lost topics, everything is told once more topics=%s job=%s",
                    lost, republications.begin());
        }
    }

    private boolean isLost(String topic, BrokerTopic found, Map<Integer, Long> written) {
        if (statements.replaces(topic, found.id())) {
            offsets.forget(topic);
            return true;
        }
        boolean cutOff = written.entrySet().stream()
                .anyMatch(each -> each.getValue() > found.ends().getOrDefault(each.getKey(), 0L));
        return cutOff && offsets.forget(topic);
    }
}
