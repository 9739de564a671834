package de.quartierwerk.kit.inbox;

/** What a service does with the events of one topic. */
public interface EventHandler {
    /** Topic without the installation's prefix. */
    String topic();

    /**
     * Applies an event. Runs in the transaction that also records the event's id, so it is applied once or not at all;
     * a state that carries an older version than the one held must be skipped.
     *
     * @throws UnknownEventType when the type is not one that this service knows
     */
    void apply(IncomingEvent event);
}
