package de.quartierwerk.kit.republication;

import de.quartierwerk.kit.inbox.BrokerTopics;
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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Notices that the broker has lost a topic of this service and made it anew, and tells everything once more: what was
 * acknowledged before may not have reached everybody.
 */
@ApplicationScoped
class LostTopics {
    private static final Logger LOG = Logger.getLogger(LostTopics.class);

    private final BrokerTopics broker;
    private final RepublicationService republications;
    private final RepublicationStatements statements;
    private final List<String> published;

    LostTopics(
            BrokerTopics broker,
            RepublicationService republications,
            RepublicationStatements statements,
            @ConfigProperty(name = "quartierwerk.topics") Optional<List<String>> published,
            @ConfigProperty(name = "quartierwerk.compacted-topics") Optional<List<String>> compacted) {
        this.broker = broker;
        this.republications = republications;
        this.statements = statements;
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
            Map<String, String> ids = new TreeMap<>(broker.ids(published));
            QuarkusTransaction.requiringNew().run(() -> compare(ids));
        } catch (Unavailable e) {
            LOG.debug("The broker does not answer, topics are looked for later");
        }
    }

    private void compare(Map<String, String> ids) {
        List<String> lost = ids.entrySet().stream()
                .filter(each -> statements.replaces(each.getKey(), each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!lost.isEmpty()) {
            LOG.warnf(
                    "The broker lost topics, everything is told once more topics=%s job=%s",
                    lost, republications.begin());
        }
    }
}
