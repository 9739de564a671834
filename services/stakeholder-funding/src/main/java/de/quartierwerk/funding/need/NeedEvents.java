package de.quartierwerk.funding.need;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.NeedAdded;
import de.quartierwerk.events.Topics;
import de.quartierwerk.funding.need.NeedStatements.StatedNeed;
import de.quartierwerk.kit.inbox.EventHandler;
import de.quartierwerk.kit.inbox.Inbox;
import de.quartierwerk.kit.inbox.IncomingEvent;
import de.quartierwerk.kit.inbox.UnknownEventType;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Takes over published runs, batch by batch, and needs added to them. */
@ApplicationScoped
class NeedEvents implements EventHandler {

    private final Inbox inbox;
    private final NeedStatements needs;

    NeedEvents(Inbox inbox, NeedStatements needs) {
        this.inbox = inbox;
        this.needs = needs;
    }

    @Incoming("classification")
    @Blocking(ordered = true)
    CompletionStage<Void> receive(Message<byte[]> message) {
        return inbox.receive(message, this);
    }

    @Override
    public String topic() {
        return Topics.CLASSIFICATION;
    }

    @Override
    public void apply(IncomingEvent event) {
        switch (event.type()) {
            case EventTypes.CLASSIFICATION_PUBLISHED -> accept(event.data(ClassificationPublished.class));
            case EventTypes.NEED_ADDED -> add(event.data(NeedAdded.class));
            default -> throw new UnknownEventType(event);
        }
    }

    private void accept(ClassificationPublished batch) {
        needs.begin(batch);
        needs.insert(batch.run(), batch.results());
        needs.arrived(batch.run(), batch.batch());
    }

    /** May come before the run itself, which travels beside the single events. */
    private void add(NeedAdded added) {
        String origin = Objects.requireNonNullElse(added.origin(), NeedAdded.QUALITATIVE);
        needs.add(added.run(), new StatedNeed(added.space(), added.need(), NeedOrigin.of(origin), added.reason()));
    }
}
