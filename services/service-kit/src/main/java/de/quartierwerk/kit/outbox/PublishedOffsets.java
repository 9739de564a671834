package de.quartierwerk.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.RecordMetadata;

/** How far the topics of this service were written: one that ends before has lost what the broker had acknowledged. */
@ApplicationScoped
public class PublishedOffsets {
    private final PublishedOffsetStatements statements;

    PublishedOffsets(PublishedOffsetStatements statements) {
        this.statements = statements;
    }

    /** Notes in the caller's transaction what the broker has acknowledged; best at its end, since rows stay locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(Collection<EventSender.Outcome> outcomes) {
        Map<String, Map<Integer, Long>> next = new TreeMap<>();
        for (EventSender.Outcome outcome : outcomes) {
            RecordMetadata place = outcome.place();
            if (place != null && place.hasOffset()) {
                next.computeIfAbsent(outcome.event().topic(), topic -> new TreeMap<>())
                        .merge(place.partition(), place.offset() + 1, Math::max);
            }
        }
        next.forEach(statements::advance);
    }

    /** Next offsets by topic and partition, where something was written. */
    @Transactional
    public Map<String, Map<Integer, Long>> all() {
        return statements.all();
    }

    /** Forgets a topic in the caller's transaction and answers whether anything was known of it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean forget(String topic) {
        return statements.delete(topic);
    }
}
