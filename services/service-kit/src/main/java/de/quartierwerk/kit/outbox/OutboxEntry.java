package de.quartierwerk.kit.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of the outbox: an event with everything that is needed to send it. */
@Entity
@Table(name = "outbox")
public class OutboxEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long sequence;

    UUID id;
    String topic;
    String key;
    String type;
    String subject;
    long version;
    Instant time;
    String data;
    int attempts;
    Instant sentAt;

    KafkaEvent event() {
        return new KafkaEvent(id, topic, key, type, subject, version, time, data);
    }
}
