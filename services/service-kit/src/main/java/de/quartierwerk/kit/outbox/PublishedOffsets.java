package de.quartierwerk.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.RecordMetadata;

/** How far the topics of this service were written: one that ends before has lost what the broker had acknowledged. */
@ApplicationScoped
public class PublishedOffsets {
    private final PublishedOffsetStatements statements;

    PublishedOffsets(PublishedOffsetStatements statements) {
        this.statements = statements;
    }

    /**
     * Notes in the caller's transaction what the broker has acknowledged; best at its end, since rows stay locked. An
     * event that stands before the end of what was acknowledged earlier stands where another one was lost.
     *
     * @param before {@link #all}, from before the events were sent
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(Map<String, Map<Integer, Long>> before, Collection<EventSender.Outcome> outcomes) {
        Map<String, Map<Integer, Long>> next = new TreeMap<>();
        Map<String, Set<Integer>> lost = new TreeMap<>();
        for (EventSender.Outcome outcome : outcomes) {
            RecordMetadata place = outcome.place();
            if (place != null && place.hasOffset()) {
                String topic = outcome.event().topic();
                next.computeIfAbsent(topic, first -> new TreeMap<>())
                        .merge(place.partition(), place.offset() + 1, Math::max);
                if (place.offset() < before.getOrDefault(topic, Map.of()).getOrDefault(place.partition(), 0L)) {
                    lost.computeIfAbsent(topic, first -> new TreeSet<>()).add(place.partition());
                }
            }
        }
        next.forEach(statements::advance);
        lost.forEach((topic, partitions) -> partitions.forEach(partition -> statements.lose(topic, partition)));
    }

    /** Notes in the caller's transaction how far a topic goes. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(String topic, Map<Integer, Long> ends) {
        statements.advance(topic, ends);
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
