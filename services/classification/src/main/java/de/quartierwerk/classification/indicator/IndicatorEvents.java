package de.quartierwerk.classification.indicator;

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

/** Takes over the catalogue's definitions. */
@ApplicationScoped
class IndicatorEvents implements EventHandler {
    private final Inbox inbox;
    private final Indicators indicators;

    IndicatorEvents(Inbox inbox, Indicators indicators) {
        this.inbox = inbox;
        this.indicators = indicators;
    }

    @Incoming("indicator")
    @Blocking(ordered = true)
    CompletionStage<Void> receive(Message<byte[]> message) {
        return inbox.receive(message, this);
    }

    @Override
    public String topic() {
        return Topics.INDICATOR;
    }

    @Override
    public void apply(IncomingEvent event) {
        if (!EventTypes.INDICATOR_DEFINED.equals(event.type())) {
            throw new UnknownEventType(event);
        }
        indicators.accept(event.data(IndicatorDefined.class));
    }
}
