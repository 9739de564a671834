package de.quartierwerk.reporting.classification;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.NeedAdded;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.inbox.EventHandler;
import de.quartierwerk.kit.inbox.Inbox;
import de.quartierwerk.kit.inbox.IncomingEvent;
import de.quartierwerk.kit.inbox.UnknownEventType;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Receives published runs and stated needs; a run becomes visible when all its parts have arrived, in any order. */
@ApplicationScoped
class ClassificationEvents implements EventHandler {
    private final Inbox inbox;
    private final PublishedRuns runs;

    ClassificationEvents(Inbox inbox, PublishedRuns runs) {
        this.inbox = inbox;
        this.runs = runs;
    }

    @Override
    public String topic() {
        return Topics.CLASSIFICATION;
    }

    @Incoming("classification")
    @Blocking
    public CompletionStage<Void> receive(Message<byte[]> message) {
        return inbox.receive(message, this);
    }

    @Override
    public void apply(IncomingEvent event) {
        switch (event.type()) {
            case EventTypes.CLASSIFICATION_PUBLISHED -> runs.keep(event.data(ClassificationPublished.class));
            case EventTypes.NEED_ADDED -> runs.add(event.data(NeedAdded.class));
            default -> throw new UnknownEventType(event);
        }
    }
}
