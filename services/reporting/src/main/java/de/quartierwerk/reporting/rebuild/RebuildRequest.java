package de.quartierwerk.reporting.rebuild;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A request to rebuild the read model; at most one row. */
@Entity
@Table(name = "rebuild")
class RebuildRequest {
    /** Always true: there is at most one row. */
    @Id
    boolean single;

    Instant requestedAt;
    String requestedBy;
}
