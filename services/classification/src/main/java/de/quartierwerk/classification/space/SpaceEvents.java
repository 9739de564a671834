package de.quartierwerk.classification.space;

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

/** Takes over what the registry says about levels and spaces. */
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
            case EventTypes.LEVEL_DEFINED -> spaces.accept(event.data(LevelDefined.class));
            case EventTypes.LEVEL_WITHDRAWN -> spaces.remove(event.data(LevelWithdrawn.class));
            case EventTypes.SPACE_CREATED, EventTypes.SPACE_CHANGED ->
                spaces.accept(List.of(event.data(SocialSpace.class)));
            case EventTypes.SPACES_IMPORTED ->
                spaces.accept(event.data(SpacesImported.class).spaces());
            default -> throw new UnknownEventType(event);
        }
    }
}
