package de.quartierwerk.kit.events;

import de.quartierwerk.kit.bulk.BulkSource;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A bulk of facts, two to a batch. */
@ApplicationScoped
public class FactBulk implements BulkSource {
    static final String KIND = "facts";

    private volatile int unreadable = -1;
    private volatile boolean grown;
    private final List<UUID> published = new CopyOnWriteArrayList<>();

    @Override
    public String kind() {
        return KIND;
    }

    /** From now on this batch of any job cannot be read; -1 for none. */
    void refuseToRead(int batch) {
        unreadable = batch;
    }

    /** From now on each batch has one fact more, before the others, or no longer. */
    void grow(boolean more) {
        grown = more;
    }

    @Override
    public List<OutgoingEvent> batch(UUID job, int number) {
        if (number == unreadable) {
            throw new IllegalStateException("batch " + number + " cannot be read");
        }
        Stream<String> parts = grown ? Stream.of("0", "a", "b") : Stream.of("a", "b");
        return parts.map(part -> fact(job, number, part)).toList();
    }

    private static OutgoingEvent fact(UUID job, int number, String part) {
        String name = job + "-" + number + part;
        return new OutgoingEvent(FactHandler.TOPIC, job.toString(), FactHandler.TYPE, name, 0, new NamedFact(name));
    }

    @Override
    public void published(UUID job) {
        published.add(job);
    }

    List<UUID> published() {
        return published;
    }
}
