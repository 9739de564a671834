package de.quartierwerk.funding.space;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.events.SpacesImported;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.inbox.EventHandler;
import de.quartierwerk.kit.inbox.Inbox;
import de.quartierwerk.kit.inbox.IncomingEvent;
import de.quartierwerk.kit.inbox.UnknownEventType;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Takes over what the registry says about social spaces. */
@ApplicationScoped
class SpaceEvents implements EventHandler {

    private final Inbox inbox;
    private final SpaceStatements spaces;

    SpaceEvents(Inbox inbox, SpaceStatements spaces) {
        this.inbox = inbox;
        this.spaces = spaces;
    }

    @Incoming("social-space")
    @Blocking(ordered = true)
    CompletionStage<Void> receive(Message<byte[]> message) {
        return inbox.receive(message, this);
    }

    @Override
    public String topic() {
        return Topics.SOCIAL_SPACE;
    }

    @Override
    public void apply(IncomingEvent event) {
        switch (event.type()) {
            case EventTypes.SPACE_CREATED, EventTypes.SPACE_CHANGED -> accept(List.of(event.data(SocialSpace.class)));
            case EventTypes.SPACES_IMPORTED ->
                accept(event.data(SpacesImported.class).spaces());
            case EventTypes.LEVEL_DEFINED, EventTypes.LEVEL_WITHDRAWN -> {
                // levels mean nothing to money
            }
            default -> throw new UnknownEventType(event);
        }
    }

    private void accept(List<SocialSpace> states) {
        states.forEach(spaces::accept);
    }
}
