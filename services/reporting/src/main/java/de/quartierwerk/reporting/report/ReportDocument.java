package de.quartierwerk.reporting.report;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The document of a complete report and the drawings of its maps, as the bytes that never change. */
@Entity
@Immutable
@Table(name = "report_document")
class ReportDocument {
    @Id
    UUID report;

    /** A {@link MonitoringDocument} as JSON. */
    byte[] document;

    /** The {@link de.quartierwerk.reporting.map.Drawing} of each level as JSON. */
    byte[] drawings;
}
