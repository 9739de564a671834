package de.quartierwerk.reporting.indicator;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.PublicValues;
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

/** Receives public values; a release becomes visible when all its parts have arrived, in any order. */
@ApplicationScoped
class ValueEvents implements EventHandler {
    private final Inbox inbox;
    private final ReleasedValues values;

    ValueEvents(Inbox inbox, ReleasedValues values) {
        this.inbox = inbox;
        this.values = values;
    }

    @Override
    public String topic() {
        return Topics.VALUE_PUBLIC;
    }

    @Incoming("value-public")
    @Blocking
    public CompletionStage<Void> receive(Message<byte[]> message) {
        return inbox.receive(message, this);
    }

    @Override
    public void apply(IncomingEvent event) {
        if (!event.type().equals(EventTypes.PUBLIC_VALUES_RELEASED)) {
            throw new UnknownEventType(event);
        }
        values.keep(event.data(PublicValues.class));
    }
}
