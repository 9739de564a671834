package de.quartierwerk.reporting.report;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** A row of the reports. */
@Entity
@Table(name = "report")
class ReportEntity {
    @Id
    UUID id;

    @Embedded
    ReportSubject subject;

    @Enumerated(EnumType.STRING)
    ReportState state;

    int done;
    int total;

    @Nullable
    String failure;

    /** Until when an instance assembles it; says nothing to callers. */
    @OptimisticLock(excluded = true)
    @Nullable
    Instant claimedUntil;

    String createdBy;
    Instant createdAt;

    @Nullable
    Instant finishedAt;

    @Embedded
    @Nullable
    Publication publication;

    /** The published report that it corrects. */
    @Nullable
    UUID corrects;

    /** Number of the version that it is or becomes. */
    int number = 1;

    /** Why it corrects. */
    @Nullable
    String reason;

    @Version
    long version;

    Report toReport() {
        return new Report(
                id,
                subject,
                state,
                done,
                total,
                failure,
                createdAt,
                finishedAt,
                publication,
                corrects,
                number,
                reason,
                version);
    }
}
