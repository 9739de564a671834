package de.quartierwerk.kit.inbox;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Shows dead letters and applies them again. */
@ApplicationScoped
class DeadLetterService {
    private static final Logger LOG = Logger.getLogger(DeadLetterService.class);
    private static final int REPLAYED_AT_ONCE = 1000;

    private final DeadLetterRepository letters;
    private final Inbox inbox;
    private final ConsumedTopics topics;
    private final Map<String, EventHandler> handlers;

    DeadLetterService(
            DeadLetterRepository letters, Inbox inbox, ConsumedTopics topics, @All List<EventHandler> handlers) {
        this.letters = letters;
        this.inbox = inbox;
        this.topics = topics;
        this.handlers = handlers.stream().collect(Collectors.toMap(EventHandler::topic, Function.identity()));
    }

    @Transactional
    List<DeadLetter> open(Instant afterFailedAt, String afterId, int limit) {
        return letters.findOpen(afterFailedAt, afterId, limit);
    }

    /**
     * Applies the waiting letters again, each in a transaction of its own, and says how many went and how many stay.
     * Topics that were paused are read on afterwards.
     */
    DeadLetterResource.Replay replay() {
        int replayed = 0;
        int failed = 0;
        List<String> ids = QuarkusTransaction.requiringNew()
                .call(() -> letters.findOpen(Instant.EPOCH, "", REPLAYED_AT_ONCE).stream()
                        .map(letter -> letter.id)
                        .toList());
        for (String id : ids) {
            try {
                QuarkusTransaction.requiringNew().run(() -> apply(id));
                replayed++;
            } catch (RuntimeException e) {
                LOG.warnf("Dead letter %s could not be applied again: %s", id, Failures.describe(e));
                QuarkusTransaction.requiringNew().run(() -> letters.failed(letters.findById(id), Failures.describe(e)));
                failed++;
            }
        }
        topics.resume();
        return new DeadLetterResource.Replay(replayed, failed);
    }

    private void apply(String id) {
        DeadLetter letter = letters.findById(id);
        EventHandler handler = handlers.get(letter.topic);
        if (handler == null) {
            throw new IllegalStateException("No handler for the topic " + letter.topic);
        }
        inbox.applyOnce(inbox.event(letter), handler);
        letter.replayedAt = Instant.now();
    }
}
