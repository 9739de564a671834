package de.quartierwerk.ingestion.release;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A release (Freigabe): its values are there before, and known from its instant on. */
@Entity
@Table(name = "release")
@SuppressWarnings("NullAway.Init")
class ReleaseEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long number;

    UUID id;
    UUID submission;
    String releasedBy;
    Instant writtenAt;

    /** From when on its values are known; null while they are not. */
    @Nullable
    Instant recordedAt;

    /** In how many pieces it is published. */
    int batches;

    /** How many numbers were suppressed for the sake of others. */
    int chosen;

    /** How many it takes in any case, as far as the search could tell. */
    int chosenAtLeast;

    Instant recordedAt() {
        return Objects.requireNonNull(recordedAt);
    }
}
