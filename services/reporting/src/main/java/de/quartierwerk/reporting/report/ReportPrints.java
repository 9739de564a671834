package de.quartierwerk.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Prints reports before a transaction needs their PDF: it takes seconds, and no transaction has to wait for it, since
 * the printer remembers what it has just printed.
 */
@ApplicationScoped
class ReportPrints {
    private final FormRenderer forms;
    private final ReportDocumentRepository documents;

    ReportPrints(FormRenderer forms, ReportDocumentRepository documents) {
        this.forms = forms;
        this.documents = documents;
    }

    /** Prints a report that is to be published; where that fails, it stays a draft. */
    void beforePublication(Report report) {
        if (report.publication() == null) {
            print(report, false);
        }
    }

    /** Prints a draft, if that is the form asked for. */
    void beforeReading(Report draft, ReportForm form) {
        if (form == ReportForm.PDF) {
            print(draft, true);
        }
    }

    private void print(Report report, boolean draft) {
        if (report.state() == ReportState.COMPLETED) {
            forms.render(ReportForm.PDF, documents.findById(report.id()), draft);
        }
    }
}
