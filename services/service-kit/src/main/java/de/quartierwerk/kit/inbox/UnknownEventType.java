package de.quartierwerk.kit.inbox;

/** An event of a type that this service does not know; it is kept as a dead letter. */
public class UnknownEventType extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownEventType(IncomingEvent event) {
        super("Unknown event type " + event.type());
    }
}
