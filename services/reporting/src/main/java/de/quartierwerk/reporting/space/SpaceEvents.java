package de.quartierwerk.reporting.space;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.LevelDefined;
import de.quartierwerk.events.LevelWithdrawn;
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

/**
 * Receives levels and spaces. It applies every part of an import at once: each space has a version of its own and does
 * not depend on the others.
 */
@ApplicationScoped
class SpaceEvents implements EventHandler {
    private final Inbox inbox;
    private final Spaces spaces;

    SpaceEvents(Inbox inbox, Spaces spaces) {
        this.inbox = inbox;
        this.spaces = spaces;
    }

    @Override
    public String topic() {
        return Topics.SOCIAL_SPACE;
    }

    @Incoming("social-space")
    @Blocking
    public CompletionStage<Void> receive(Message<byte[]> message) {
        return inbox.receive(message, this);
    }

    @Override
    public void apply(IncomingEvent event) {
        switch (event.type()) {
            case EventTypes.LEVEL_DEFINED -> spaces.store(event.data(LevelDefined.class));
            case EventTypes.LEVEL_WITHDRAWN -> spaces.remove(event.data(LevelWithdrawn.class));
            case EventTypes.SPACE_CREATED, EventTypes.SPACE_CHANGED ->
                spaces.store(List.of(event.data(SocialSpace.class)));
            case EventTypes.SPACES_IMPORTED ->
                spaces.store(event.data(SpacesImported.class).spaces());
            default -> throw new UnknownEventType(event);
        }
    }
}
