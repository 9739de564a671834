package de.quartierwerk.kit.inbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record that could not be applied, with its bytes and headers as they arrived. */
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
    byte[] headers;
    byte @Nullable [] data;
    String cause;
    Instant failedAt;
    int attempts;
    Instant replayedAt;
}
