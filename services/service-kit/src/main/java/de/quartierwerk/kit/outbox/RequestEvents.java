package de.quartierwerk.kit.outbox;

import jakarta.enterprise.context.RequestScoped;

/**
 * The events of one request. A service publishes in its transaction; the resource waits after the transaction until the
 * broker has them, so that what this service accepted can be used in the next call to another.
 */
@RequestScoped
public class RequestEvents {
    private final Outbox outbox;
    private long last;

    RequestEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Publishes an event in the running transaction. */
    public void publish(OutgoingEvent event) {
        last = outbox.publish(event);
    }

    /** Waits for the last event of this request, if there was one; events leave in their order. */
    public void awaitSent() {
        if (last > 0) {
            outbox.awaitSent(last);
        }
    }
}
