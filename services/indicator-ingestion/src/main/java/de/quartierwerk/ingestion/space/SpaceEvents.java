package de.quartierwerk.ingestion.space;

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
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Keeps the read model of levels and spaces. */
@ApplicationScoped
public class SpaceEvents implements EventHandler {
    private final Inbox inbox;
    private final SpaceStatements spaces;
    private final Event<SpacesMoved> moved;

    SpaceEvents(Inbox inbox, SpaceStatements spaces, Event<SpacesMoved> moved) {
        this.inbox = inbox;
        this.spaces = spaces;
        this.moved = moved;
    }

    /** Takes a message of the registry's topic. */
    @Incoming("social-space")
    @Blocking(ordered = true)
    public CompletionStage<Void> receive(Message<byte[]> message) {
        return inbox.receive(message, this);
    }

    @Override
    public String topic() {
        return Topics.SOCIAL_SPACE;
    }

    @Override
    public void apply(IncomingEvent event) {
        switch (event.type()) {
            case EventTypes.LEVEL_DEFINED -> spaces.store(event.data(LevelDefined.class));
            case EventTypes.LEVEL_WITHDRAWN -> spaces.remove(event.data(LevelWithdrawn.class));
            case EventTypes.SPACE_CREATED, EventTypes.SPACE_CHANGED -> store(List.of(event.data(SocialSpace.class)));
            case EventTypes.SPACES_IMPORTED ->
                store(event.data(SpacesImported.class).spaces());
            default -> throw new UnknownEventType(event);
        }
    }

    private void store(List<SocialSpace> told) {
        List<String> keys = told.stream()
                .filter(spaces::store)
                .flatMap(space -> Stream.concat(Stream.of(space.key()), SpaceStatements.consistsOf(space).stream()))
                .distinct()
                .toList();
        if (!keys.isEmpty()) {
            moved.fire(new SpacesMoved(keys));
        }
    }
}
