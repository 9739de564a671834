package de.quartierwerk.reporting.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Publication of a report.
 *
 * @param at when it was published
 * @param by who published it
 * @param note note on the publication
 */
@Embeddable
record Publication(
        @Column(name = "published_at") Instant at,
        @Column(name = "published_by") String by,
        @Column(name = "publication_note") @Nullable String note) {}
