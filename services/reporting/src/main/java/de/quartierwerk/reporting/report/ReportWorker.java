package de.quartierwerk.reporting.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.failure.Passing;
import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.kit.work.BackgroundWork;
import de.quartierwerk.reporting.ReportingConfig;
import de.quartierwerk.reporting.freshness.Freshness;
import de.quartierwerk.reporting.map.Drawing;
import de.quartierwerk.reporting.text.Words;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Assembles the requested reports, one after the other. While the database is away, or the read model has not caught
 * up, the worker keeps the report that it has begun and begins it again.
 */
@ApplicationScoped
class ReportWorker {
    /** Steps that the progress counts: catching up, assembling, drawing, storing. */
    static final int STEPS = 4;

    private static final Logger LOG = Logger.getLogger(ReportWorker.class);
    private static final Duration TICK = Duration.ofSeconds(5);

    private final ReportQueue queue;
    private final ReportStatements statements;
    private final ReportDataReader data;
    private final ReportVersions versions;
    private final Drawings drawings;
    private final Freshness freshness;
    private final ObjectMapper json;
    private final ReportingConfig config;
    private final Clock clock;
    private final BackgroundWork work = new BackgroundWork("report-worker", 1, TICK, this::assembleNext);

    /** The report that was begun and not finished; used by the one thread of the work alone. */
    private @Nullable Report begun;

    ReportWorker(
            ReportQueue queue,
            ReportStatements statements,
            ReportDataReader data,
            ReportVersions versions,
            Drawings drawings,
            Freshness freshness,
            ObjectMapper json,
            ReportingConfig config,
            Clock clock) {
        this.queue = queue;
        this.statements = statements;
        this.data = data;
        this.versions = versions;
        this.drawings = drawings;
        this.freshness = freshness;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event) {
        work.start();
        work.wake();
    }

    void onStop(@Observes ShutdownEvent event) {
        work.close();
    }

    /** Begins with what has just been requested. */
    void wake() {
        work.wake();
    }

    private boolean assembleNext() {
        Optional<Report> next = Optional.ofNullable(begun).or(queue::claim);
        if (next.isEmpty()) {
            return false;
        }
        Report report = next.get();
        begun = report;
        try {
            assemble(report);
        } catch (Unavailable e) {
            LOG.warnf("Report %s waits until the read model has caught up", report.id());
            return false;
        } catch (RuntimeException e) {
            if (work.isStopping() || Passing.is(e)) {
                throw e;
            }
            LOG.errorf(e, "Report %s failed", report.id());
            queue.fail(report.id(), "report.assembly-failed");
        }
        begun = null;
        return true;
    }

    private void assemble(Report report) {
        freshness.requireAll();
        queue.advance(report.id(), 1);
        Words words = Words.in(report.subject().language(), clock.getZone());
        ReportData read = inOneState(() -> data.read(report.subject(), words));
        MonitoringDocument document = MonitoringAssembler.assemble(report, read, words, clock.instant())
                .withBoundaries(new MonitoringDocument.Boundaries(
                        config.boundaries().source().orElse(null),
                        config.boundaries().licence().orElse(null)));
        if (report.corrects() != null) {
            document = document.withCorrection(new MonitoringDocument.Correction(
                    report.number() - 1,
                    Objects.requireNonNullElse(report.reason(), ""),
                    Figures.changes(versions.before(report), document, words)));
        }
        store(report, document);
    }

    private void store(Report report, MonitoringDocument document) {
        if (document.classifications().isEmpty() && document.indicators().isEmpty()) {
            queue.fail(report.id(), "report.nothing-published");
            return;
        }
        queue.advance(report.id(), 2);
        Map<String, Drawing> drawn = inOneState(() -> drawings.of(document));
        queue.advance(report.id(), 3);
        queue.complete(report.id(), bytes(document), bytes(drawn));
    }

    /** Reads in a transaction that sees one state of the database from beginning to end. */
    private <T> T inOneState(Supplier<T> read) {
        return QuarkusTransaction.requiringNew().call(() -> {
            statements.readOneState();
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
}
