package de.quartierwerk.reporting.indicator;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.IndicatorDefined;
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

/** Receives indicator definitions. */
@ApplicationScoped
class IndicatorEvents implements EventHandler {
    private final Inbox inbox;
    private final Indicators indicators;

    IndicatorEvents(Inbox inbox, Indicators indicators) {
        this.inbox = inbox;
        this.indicators = indicators;
    }

    @Override
    public String topic() {
        return Topics.INDICATOR;
    }

    @Incoming("indicator")
    @Blocking
    public CompletionStage<Void> receive(Message<byte[]> message) {
        return inbox.receive(message, this);
    }

    @Override
    public void apply(IncomingEvent event) {
        if (!event.type().equals(EventTypes.INDICATOR_DEFINED)) {
            throw new UnknownEventType(event);
        }
        indicators.store(event.data(IndicatorDefined.class));
    }
}
