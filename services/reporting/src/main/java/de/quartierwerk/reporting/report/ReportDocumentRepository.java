package de.quartierwerk.reporting.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The documents of complete reports, by id of the report. */
@ApplicationScoped
class ReportDocumentRepository implements PanacheRepositoryBase<ReportDocument, UUID> {}
