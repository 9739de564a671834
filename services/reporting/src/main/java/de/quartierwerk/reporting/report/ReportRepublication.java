package de.quartierwerk.reporting.report;

import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.republication.RepublicationSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** All publications of reports once more, in one batch. */
@ApplicationScoped
class ReportRepublication implements RepublicationSource {
    private final ReportRepository reports;

    ReportRepublication(ReportRepository reports) {
        this.reports = reports;
    }

    @Override
    public int plan(UUID job) {
        return 1;
    }

    @Override
    public List<OutgoingEvent> batch(UUID job, int number) {
        return reports.list("publication.at is not null order by publication.at, id").stream()
                .map(report -> ReportService.event(report, Objects.requireNonNull(report.publication)))
                .toList();
    }

    @Override
    public void published(UUID job) {
        // nothing was noted
    }
}
