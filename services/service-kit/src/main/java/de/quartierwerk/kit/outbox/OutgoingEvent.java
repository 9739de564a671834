package de.quartierwerk.kit.outbox;

import static java.util.Objects.requireNonNull;

/**
 * An event that a service wants to send.
 *
 * @param topic topic without the installation's prefix
 * @param key Kafka key; events with the same key keep their order
 * @param type CloudEvents type
 * @param subject what the event speaks of
 * @param version version of the subject after the fact, growing
 * @param data record that is sent as JSON
 */
public record OutgoingEvent(String topic, String key, String type, String subject, long version, Object data) {
    public OutgoingEvent {
        requireNonNull(topic, "topic");
        requireNonNull(key, "key");
        requireNonNull(type, "type");
        requireNonNull(subject, "subject");
        requireNonNull(data, "data");
    }
}
