package de.quartierwerk.classification.value;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.ProtectedValues;
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

/** Keeps batches of released values until their release is complete. */
@ApplicationScoped
class ValueEvents implements EventHandler {
    private final Inbox inbox;
    private final ReleaseAssembly assembly;

    ValueEvents(Inbox inbox, ReleaseAssembly assembly) {
        this.inbox = inbox;
        this.assembly = assembly;
    }

    @Incoming("value-protected")
    @Blocking(ordered = true)
    CompletionStage<Void> receive(Message<byte[]> message) {
        return inbox.receive(message, this);
    }

    @Override
    public String topic() {
        return Topics.VALUE_PROTECTED;
    }

    @Override
    public void apply(IncomingEvent event) {
        if (!EventTypes.PROTECTED_VALUES_RELEASED.equals(event.type())) {
            throw new UnknownEventType(event);
        }
        ProtectedValues batch = event.data(ProtectedValues.class);
        if (assembly.keep(batch, event.content())
                && inbox.arrived(batch.release().toString(), batch.of())) {
            assembly.assemble(batch.release());
        }
    }
}
