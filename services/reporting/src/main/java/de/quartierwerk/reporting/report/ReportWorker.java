package de.quartierwerk.reporting.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.database.Sql;
import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.reporting.freshness.Freshness;
import de.quartierwerk.reporting.map.Drawing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/**
 * Assembles the requested reports. A report is claimed for a while; when its instance dies, another one takes it up,
 * and when both finish it, the first document stays.
 */
@ApplicationScoped
class ReportWorker {
    /** Steps that the progress counts: catching up, assembling, drawing, keeping. */
    static final int STEPS = 4;

    private static final Logger LOG = Logger.getLogger(ReportWorker.class);
    private static final Duration CLAIM = Duration.ofSeconds(60);
    private static final String[] TOPICS = {
        Topics.SOCIAL_SPACE,
        Topics.INDICATOR,
        Topics.VALUE_PUBLIC,
        Topics.CLASSIFICATION,
        Topics.STAKEHOLDER,
        Topics.FUNDING
    };

    private final ReportRepository reports;
    private final MonitoringAssembler assembler;
    private final Drawings drawings;
    private final Freshness freshness;
    private final Sql sql;
    private final ObjectMapper json;
    private final ManagedExecutor executor;

    ReportWorker(
            ReportRepository reports,
            MonitoringAssembler assembler,
            Drawings drawings,
            Freshness freshness,
            Sql sql,
            ObjectMapper json,
            ManagedExecutor executor) {
        this.reports = reports;
        this.assembler = assembler;
        this.drawings = drawings;
        this.freshness = freshness;
        this.sql = sql;
        this.json = json;
        this.executor = executor;
    }

    /** Begins at once with what has just been requested. */
    void wake() {
        executor.execute(this::work);
    }

    /** Takes up what was requested while this instance was away or what another one left. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        Optional<Report> report = claim();
        while (report.isPresent()) {
            assemble(report.get());
            report = claim();
        }
    }

    private Optional<Report> claim() {
        return QuarkusTransaction.requiringNew().call(() -> reports.claim(CLAIM));
    }

    private void assemble(Report report) {
        try {
            freshness.require(TOPICS);
            progress(report, 1);
            MonitoringDocument document = inOneState(() -> assembler.assemble(report));
            if (document.classifications().isEmpty() && document.indicators().isEmpty()) {
                fail(report, "report.nothing-published");
                return;
            }
            progress(report, 2);
            Map<String, Drawing> drawn = inOneState(() -> drawings.of(document));
            progress(report, 3);
            byte[] documentBytes = bytes(document);
            byte[] drawingBytes = bytes(drawn);
            QuarkusTransaction.requiringNew()
                    .run(() -> reports.complete(report.id(), documentBytes, drawingBytes, now()));
        } catch (Unavailable e) {
            LOG.warnf("Report %s waits until the read model has caught up", report.id());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Report %s failed", report.id());
            fail(report, "report.assembly-failed");
        }
    }

    private void progress(Report report, int done) {
        QuarkusTransaction.requiringNew().run(() -> reports.progress(report.id(), done, CLAIM));
    }

    private void fail(Report report, String code) {
        QuarkusTransaction.requiringNew().run(() -> reports.fail(report.id(), code, now()));
    }

    /** Reads in a transaction that sees one state of the database from beginning to end. */
    private <T> T inOneState(Supplier<T> read) {
        return QuarkusTransaction.requiringNew().call(() -> {
            sql.update("set transaction isolation level repeatable read read only");
            return read.get();
        });
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
