package de.quartierwerk.kit.inbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An event that could not be applied. */
@Entity
@Table(name = "dead_letter")
public class DeadLetter {
    @Id
    String id;

    String topic;
    String type;
    String subject;
    long version;
    Instant time;
    byte[] data;
    String cause;
    Instant failedAt;
    int attempts;
    Instant replayedAt;
}
