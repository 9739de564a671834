package de.quartierwerk.kit.inbox;

/** A record that is no event as the contracts have it; it is kept as a dead letter. */
class MalformedEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedEvent(String message) {
        super(message);
    }
}
