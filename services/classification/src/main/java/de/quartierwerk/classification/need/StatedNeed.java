package de.quartierwerk.classification.need;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A need that people stated for a space of a run. */
@Entity
@Table(name = "stated_need")
@IdClass(StatedNeed.Key.class)
class StatedNeed {
    @Id
    UUID run;

    @Id
    String space;

    @Id
    String need;

    /** As {@code NeedOrigin} writes it. */
    String origin;

    String reason;
    String addedBy;
    Instant addedAt;

    /** One statement per run, space and need. */
    record Key(UUID run, String space, String need) {}
}
