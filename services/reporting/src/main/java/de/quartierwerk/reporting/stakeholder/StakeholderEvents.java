package de.quartierwerk.reporting.stakeholder;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.OfferChanged;
import de.quartierwerk.events.StakeholderChanged;
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

/** Receives actors and offers. */
@ApplicationScoped
class StakeholderEvents implements EventHandler {
    private final Inbox inbox;
    private final Offers offers;

    StakeholderEvents(Inbox inbox, Offers offers) {
        this.inbox = inbox;
        this.offers = offers;
    }

    @Override
    public String topic() {
        return Topics.STAKEHOLDER;
    }

    @Incoming("stakeholder")
    @Blocking
    public CompletionStage<Void> receive(Message<byte[]> message) {
        return inbox.receive(message, this);
    }

    @Override
    public void apply(IncomingEvent event) {
        switch (event.type()) {
            case EventTypes.STAKEHOLDER_CHANGED -> offers.store(event.data(StakeholderChanged.class));
            case EventTypes.OFFER_CHANGED -> offers.store(event.data(OfferChanged.class));
            default -> throw new UnknownEventType(event);
        }
    }
}
