package de.quartierwerk.ingestion.intake.observation;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An observation (Beobachtung) and what became of it. */
@Entity
class Observation {

    @Id
    UUID id;

    @Version
    long version = 1;

    /** Its place in lists; the database counts. */
    @Column(insertable = false, updatable = false)
    long number;

    @Enumerated(EnumType.STRING)
    ObservationState state;

    String submitter;

    @Nullable
    String organisation;

    @Embedded
    ObservationRequest content;

    Instant submittedAt;

    @Nullable
    Instant decidedAt;

    @Nullable
    String decidedBy;

    @Nullable
    String reason;
}
