package de.quartierwerk.reporting.rebuild;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The one row that exists while a rebuild of the read model is asked for. */
@Entity
@Table(name = "rebuild")
class RebuildRequest {
    /** Always true: there is at most one row. */
    @Id
    boolean single;

    Instant requestedAt;
    String requestedBy;
}
