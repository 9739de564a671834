package de.quartierwerk.reporting.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The documents of complete reports, by id of the report. */
@ApplicationScoped
class ReportDocumentRepository implements PanacheRepositoryBase<ReportDocument, UUID> {
    /** The document of a report alone, without its drawings. */
    byte[] documentOf(UUID report) {
        return getEntityManager()
                .createQuery("select d.document from ReportDocument d where d.report = :report", byte[].class)
                .setParameter("report", report)
                .getSingleResult();
    }
}
