package de.quartierwerk.kit.events;

import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.republication.RepublicationParts;
import de.quartierwerk.kit.republication.RepublicationSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Facts once more: one in one batch, one in two, one in none. */
@ApplicationScoped
public class FactRepublication implements RepublicationSource {
    private static final UUID SHORT = UUID.fromString("6f1f9a44-8a4c-4f9e-9a70-1b1f7a1f0001");
    private static final UUID NONE = UUID.fromString("6f1f9a44-8a4c-4f9e-9a70-1b1f7a1f0000");
    private static final UUID LONG = UUID.fromString("6f1f9a44-8a4c-4f9e-9a70-1b1f7a1f0002");

    private final RepublicationParts parts;

    FactRepublication(RepublicationParts parts) {
        this.parts = parts;
    }

    @Override
    public int plan(UUID job) {
        return parts.plan(job, 0, new TreeMap<>(Map.of(NONE, 0, SHORT, 1, LONG, 2)));
    }

    @Override
    public List<OutgoingEvent> batch(UUID job, int number) {
        RepublicationParts.Part part = parts.part(job, number);
        String name = part.thing() + "-" + part.number();
        return List.of(new OutgoingEvent(FactHandler.TOPIC, name, FactHandler.TYPE, name, 0, new NamedFact(name)));
    }

    @Override
    public void published(UUID job) {
        parts.remove(job);
    }
}
