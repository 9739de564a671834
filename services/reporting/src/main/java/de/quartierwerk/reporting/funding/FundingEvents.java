package de.quartierwerk.reporting.funding;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.GrantDecided;
import de.quartierwerk.events.GrantPaid;
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

/** Receives decisions and payments. */
@ApplicationScoped
class FundingEvents implements EventHandler {
    private final Inbox inbox;
    private final Grants grants;

    FundingEvents(Inbox inbox, Grants grants) {
        this.inbox = inbox;
        this.grants = grants;
    }

    @Override
    public String topic() {
        return Topics.FUNDING;
    }

    @Incoming("funding")
    @Blocking
    public CompletionStage<Void> receive(Message<byte[]> message) {
        return inbox.receive(message, this);
    }

    @Override
    public void apply(IncomingEvent event) {
        switch (event.type()) {
            case EventTypes.GRANT_DECIDED -> grants.store(event.data(GrantDecided.class));
            case EventTypes.GRANT_PAID -> grants.store(event.data(GrantPaid.class));
            case EventTypes.DEADLINE_NEAR -> {
                // reports tell what was decided and paid, not what is due
            }
            default -> throw new UnknownEventType(event);
        }
    }
}
