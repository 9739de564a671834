package de.quartierwerk.kit.events;

import de.quartierwerk.kit.bulk.BulkSource;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A bulk of facts, two to a batch. */
@ApplicationScoped
public class FactBulk implements BulkSource {
    static final String KIND = "facts";

    private volatile int unreadable = -1;
    private final List<UUID> published = new CopyOnWriteArrayList<>();

    @Override
    public String kind() {
        return KIND;
    }

    /** From now on this batch of any job cannot be read; -1 for none. */
    void refuseToRead(int batch) {
        unreadable = batch;
    }

    @Override
    public List<OutgoingEvent> batch(UUID job, int number) {
        if (number == unreadable) {
            throw new IllegalStateException("batch " + number + " cannot be read");
        }
        return List.of(fact(job, number, "a"), fact(job, number, "b"));
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
