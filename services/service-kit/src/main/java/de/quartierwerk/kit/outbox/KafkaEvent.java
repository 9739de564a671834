package de.quartierwerk.kit.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it goes to Kafka.
 *
 * @param id CloudEvents id; the same event sent again has the same id
 * @param topic topic without the installation's prefix
 * @param key Kafka key
 * @param type CloudEvents type
 * @param subject CloudEvents subject
 * @param version version of the subject, sent as extension {@code version}
 * @param time instant of the fact
 * @param data JSON
 */
public record KafkaEvent(
        UUID id, String topic, String key, String type, String subject, long version, Instant time, String data) {}
