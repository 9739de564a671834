package de.quartierwerk.reporting.report;

import de.quartierwerk.kit.work.ProgressStream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The reports that wait to be assembled. An instance claims a report for a while; when the instance dies, another one
 * takes it up, and when both finish it, the first document stays. Each method is a transaction.
 */
@ApplicationScoped
@Transactional
class ReportQueue {
    private static final Duration CLAIM = Duration.ofSeconds(60);

    private final ReportRepository reports;
    private final ReportDocumentRepository documents;
    private final ProgressStream progress;
    private final Clock clock;

    ReportQueue(ReportRepository reports, ReportDocumentRepository documents, ProgressStream progress, Clock clock) {
        this.reports = reports;
        this.documents = documents;
        this.progress = progress;
        this.clock = clock;
    }

    /** Claims the oldest report that waits. */
    Optional<Report> claim() {
        Optional<ReportEntity> waiting = reports.findUnclaimed(clock.instant());
        waiting.ifPresent(report -> report.claimedUntil = clock.instant().plus(CLAIM));
        return waiting.map(ReportEntity::toReport);
    }

    /** Keeps the claim and says how many steps are done. */
    void advance(UUID id, int done) {
        change(id, report -> {
            report.done = done;
            report.claimedUntil = clock.instant().plus(CLAIM);
        });
    }

    /** Keeps the document for good, unless another instance was faster. */
    void complete(UUID id, byte[] document, byte[] drawings) {
        change(id, report -> {
            ReportDocument kept = new ReportDocument();
            kept.report = id;
            kept.document = document;
            kept.drawings = drawings;
            documents.persist(kept);
            report.state = ReportState.COMPLETED;
            report.done = report.total;
            report.finishedAt = clock.instant();
        });
    }

    /** Gives a report up. */
    void fail(UUID id, String code) {
        change(id, report -> {
            report.state = ReportState.FAILED;
            report.failure = code;
            report.finishedAt = clock.instant();
        });
    }

    private void change(UUID id, Consumer<ReportEntity> change) {
        reports.findLocked(id)
                .filter(report -> report.state == ReportState.RUNNING)
                .ifPresent(report -> {
                    change.accept(report);
                    progress.changed(id);
                });
    }
}
