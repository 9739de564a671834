package de.quartierwerk.reporting.report;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Period;
import de.quartierwerk.events.ReportPublished;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.RoleGroups;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.outbox.RequestEvents;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.work.AfterCommit;
import de.quartierwerk.reporting.classification.PublishedRuns;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.space.Spaces;
import de.quartierwerk.reporting.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests, reads and publishes reports. */
@ApplicationScoped
@Transactional
class ReportService {
    /** Who sees unpublished reports of their own areas. */
    private final ReportRepository reports;

    private final ReportDocumentRepository documents;
    private final ReportWorker worker;
    private final Spaces spaces;
    private final PublishedRuns runs;
    private final Caller caller;
    private final Audit audit;
    private final RequestEvents events;
    private final AfterCommit afterCommit;
    private final ReportVersions versions;
    private final FormRenderer forms;
    private final Clock clock;

    ReportService(
            ReportRepository reports,
            ReportDocumentRepository documents,
            ReportWorker worker,
            Spaces spaces,
            PublishedRuns runs,
            Caller caller,
            Audit audit,
            RequestEvents events,
            AfterCommit afterCommit,
            ReportVersions versions,
            FormRenderer forms,
            Clock clock) {
        this.reports = reports;
        this.documents = documents;
        this.worker = worker;
        this.spaces = spaces;
        this.runs = runs;
        this.caller = caller;
        this.audit = audit;
        this.events = events;
        this.afterCommit = afterCommit;
        this.versions = versions;
        this.forms = forms;
        this.clock = clock;
    }

    /** Accepts a request; the worker assembles the report after the commit. */
    Report request(ReportRequest request) {
        ReportEntity report = new ReportEntity();
        report.id = UUID.randomUUID();
        report.subject = subject(request);
        report.state = ReportState.RUNNING;
        report.total = ReportWorker.STEPS;
        report.createdBy = caller.name();
        report.createdAt = clock.instant();
        reports.persistAndFlush(report);
        audit.record("report-requested", address(report.id), null, request);
        afterCommit.run(worker::wake);
        return report.toReport();
    }

    private ReportSubject subject(ReportRequest request) {
        if (request.type() != ReportType.MONITORING) {
            throw invalid(
                    "/type", "report.type-not-offered", request.type().toString(), ReportType.MONITORING.toString());
        }
        Period period = Period.parse(request.period())
                .orElseThrow(() -> invalid("/period", "period.malformed", request.period()));
        List<String> path = request.area() == null ? everywhere() : pathOf(request.area(), period);
        if (request.scheme() != null && !runs.isKnownScheme(Keys.check("/scheme", request.scheme()))) {
            throw invalid("/scheme", "scheme.unknown", request.scheme());
        }
        if (request.scheme() != null
                && runs.latest(path, period, request.scheme()).isEmpty()) {
            throw invalid("/scheme", "scheme.not-published-here", request.scheme());
        }
        return new ReportSubject(
                request.type(),
                request.area(),
                path,
                request.period(),
                request.scheme(),
                Objects.requireNonNullElse(request.language(), Language.DE));
    }

    private List<String> everywhere() {
        caller.requireEverywhere();
        return List.of();
    }

    /** The keys from the root down to an area in which the caller may act. */
    private List<String> pathOf(String area, Period period) {
        Keys.check("/area", area);
        Space space = spaces.find(area, period.last()).orElseThrow(() -> invalid("/area", "space.unknown", area));
        caller.requireWithin(space.path());
        return space.path();
    }

    private static Invalid invalid(String pointer, String code, Object... arguments) {
        return new Invalid(
                code, List.of(InputError.at(pointer, code, String.valueOf(arguments[0]), arguments)), arguments);
    }

    /** A report that the caller may see. */
    Report find(UUID id) {
        return find(id, Scope.of(caller, RoleGroups.readers()));
    }

    /** A report for any caller; use it only after {@link #find(UUID)} has let the caller see it. */
    Report look(UUID id) {
        return find(id, Scope.ALL);
    }

    private Report find(UUID id, Scope scope) {
        return reports.findVisible(id, scope).orElseThrow(() -> new NotFound("report.unknown", id));
    }

    /** Reports that the caller may see, the newest first. */
    List<Report> list(ReportRepository.Filter filter, ReportRepository.@Nullable Position after, int limit) {
        return reports.listVisible(filter, Scope.of(caller, RoleGroups.readers()), after, limit);
    }

    /** The reports that everybody may see, the newest first. */
    List<Report> published(int limit) {
        return reports.listVisible(new ReportRepository.Filter(null, null, null), Scope.PUBLISHED_ONLY, null, limit);
    }

    /** A form of a report that the caller may see; one that is not published says that it is a draft. */
    byte[] form(Report report, ReportForm form) {
        requireCompleted(report.id(), report.state());
        return forms.render(form, documents.findById(report.id()), report.publication() == null);
    }

    /** The results of a report that the caller may see, as one table. */
    ReportTables.Table results(Report report) {
        requireCompleted(report.id(), report.state());
        return forms.results(documents.documentOf(report.id()));
    }

    /**
     * Begins the correction of a published report: a report of the same subject with the newest figures, which becomes
     * the next version when it is published.
     */
    Report correct(UUID id, String reason) {
        Report first = find(id);
        ReportEntity published = reports.findLocked(first.firstVersion()).orElseThrow();
        requireWithin(published);
        if (published.publication == null) {
            throw new Conflict("report.not-published", id);
        }
        if (reports.hasOpenCorrection(published.id)) {
            throw new Conflict("report.correction-open", id);
        }
        ReportEntity report = new ReportEntity();
        report.id = UUID.randomUUID();
        report.subject = published.subject;
        report.state = ReportState.RUNNING;
        report.total = ReportWorker.STEPS;
        report.createdBy = caller.name();
        report.createdAt = clock.instant();
        report.corrects = published.id;
        report.number = versions.latest(published.toReport()) + 1;
        report.reason = reason;
        reports.persistAndFlush(report);
        audit.record("report-correction-requested", address(report.id), null, new CorrectionRequest(reason));
        afterCommit.run(worker::wake);
        return report.toReport();
    }

    private void requireWithin(ReportEntity report) {
        if (report.subject.area() == null) {
            caller.requireEverywhere();
        } else {
            caller.requireWithin(report.subject.areaPath());
        }
    }

    private static void requireCompleted(UUID id, ReportState state) {
        switch (state) {
            case COMPLETED -> {
                // goes on
            }
            case RUNNING -> throw new Conflict("report.not-finished", id);
            case FAILED -> throw new Conflict("report.failed", id);
        }
    }

    /** Publishes a report for everybody; a published one stays as it is. */
    Report publish(UUID id, @Nullable String note, IfMatch ifMatch) {
        find(id);
        ReportEntity report = reports.findLocked(id).orElseThrow();
        requireWithin(report);
        ifMatch.check(report.version);
        requireCompleted(id, report.state);
        if (report.publication != null) {
            return report.toReport();
        }
        Publication publication = new Publication(clock.instant(), caller.name(), note);
        report.publication = publication;
        reports.flush();
        versions.freeze(report.toReport());
        audit.record("report-published", address(id), null, new PublicationRequest(note));
        events.publish(event(report, publication));
        return report.toReport();
    }

    /** The event that tells a publication. */
    static OutgoingEvent event(ReportEntity report, Publication publication) {
        String id = report.id.toString();
        ReportSubject subject = report.subject;
        return new OutgoingEvent(
                Topics.REPORT,
                id,
                EventTypes.REPORT_PUBLISHED,
                id,
                1,
                new ReportPublished(
                        report.id,
                        subject.type().toString(),
                        subject.area(),
                        subject.period(),
                        subject.language().code(),
                        publication.at()));
    }

    private static String address(UUID id) {
        return "reports/" + id;
    }
}
