package de.quartierwerk.classification.run.start;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run that a release of values asked for. */
@Entity
@Table(name = "automatic_run")
@IdClass(AutomaticRun.Key.class)
class AutomaticRun {
    @Id
    String scheme;

    @Id
    String period;

    Instant askedAt;

    /** When it starts; null while values are missing. */
    @Nullable
    Instant dueAt;

    /** Scheme and period. */
    record Key(String scheme, String period) {}
}
