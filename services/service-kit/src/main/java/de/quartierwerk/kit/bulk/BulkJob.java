package de.quartierwerk.kit.bulk;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** How far a bulk job has been published. */
@Entity
@Table(name = "bulk_job")
public class BulkJob {
    @Id
    UUID job;

    String kind;
    int batches;
    int acknowledged;
    Instant startedAt;
    Instant publishedAt;
}
