package de.quartierwerk.reporting.report;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Period;
import de.quartierwerk.events.ReportPublished;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.outbox.Outbox;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Progress;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.space.Spaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Requests, reads and publishes reports. */
@ApplicationScoped
class ReportService {
    private static final Set<String> TYPES = Set.of("monitoring", "social-report", "action-concept", "funding");
    private static final Set<String> LANGUAGES = Set.of("de", "en");
    /** Who sees unpublished reports of own areas. */
    private static final String[] READERS = {
        Roles.PLANNER,
        Roles.MUNICIPAL_PLANNER,
        Roles.STEWARD,
        Roles.FUNDING_OFFICER,
        Roles.CLERK,
        Roles.AUDITOR,
        Roles.ADMIN
    };

    private final ReportRepository reports;
    private final Spaces spaces;
    private final Caller caller;
    private final CallerLanguage language;
    private final Messages messages;
    private final Audit audit;
    private final Outbox outbox;

    ReportService(
            ReportRepository reports,
            Spaces spaces,
            Caller caller,
            CallerLanguage language,
            Messages messages,
            Audit audit,
            Outbox outbox) {
        this.reports = reports;
        this.spaces = spaces;
        this.caller = caller;
        this.language = language;
        this.messages = messages;
        this.audit = audit;
        this.outbox = outbox;
    }

    /** Takes in a request; the worker assembles the report afterwards. */
    @Transactional
    Report request(ReportRequest request) {
        Period period = check(request);
        List<String> path = path(request.area(), period);
        Report report = new Report(
                UUID.randomUUID(),
                request.type(),
                request.area(),
                path,
                request.period(),
                request.scheme(),
                request.language() == null ? "de" : request.language(),
                Report.State.RUNNING,
                0,
                ReportWorker.STEPS,
                null,
                now(),
                null,
                null,
                null);
        reports.insert(report, caller.name());
        audit.record("report-requested", subject(report.id()), null, request);
        return report;
    }

    private static Period check(ReportRequest request) {
        if (!TYPES.contains(request.type())) {
            throw invalid("/type", "report.type-unknown", request.type(), Report.MONITORING);
        }
        if (!request.type().equals(Report.MONITORING)) {
            throw invalid("/type", "report.type-not-offered", request.type(), Report.MONITORING);
        }
        if (request.language() != null && !LANGUAGES.contains(request.language())) {
            throw invalid("/language", "report.language-unknown", request.language());
        }
        if (request.scheme() != null) {
            Keys.check("/scheme", request.scheme());
        }
        return Period.parse(request.period())
                .orElseThrow(() -> invalid("/period", "period.malformed", request.period()));
    }

    private static Invalid invalid(String pointer, String code, String value, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = value;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new Invalid(code, List.of(InputError.at(pointer, code, value, arguments)), arguments);
    }

    /** The keys from the root down to an area in which the caller may act. */
    private List<String> path(String area, Period period) {
        if (area == null) {
            caller.requireEverywhere();
            return List.of();
        }
        Keys.check("/area", area);
        Space space = spaces.find(area, period.last()).orElseThrow(() -> invalid("/area", "space.unknown", area));
        caller.requireWithin(space.path());
        return space.path();
    }

    /** A report that the caller may see. */
    Report find(UUID id) {
        return reports.find(id, scope()).orElseThrow(() -> new NotFound("report.unknown", id));
    }

    /** A report whoever asks; for those who were found to be allowed to see it. */
    Report look(UUID id) {
        return reports.find(id, ReportRepository.Scope.ALL).orElseThrow(() -> new NotFound("report.unknown", id));
    }

    /** Reports that the caller may see, the newest first. */
    List<Report> list(ReportRepository.Filter filter, UUID after, int limit) {
        return reports.list(filter, scope(), after == null ? null : find(after), limit);
    }

    /** The document of a report that the caller may see. */
    byte[] document(Report report) {
        return reports.document(completed(report).id());
    }

    /** The drawings of a report that the caller may see. */
    byte[] drawings(Report report) {
        return reports.drawings(completed(report).id());
    }

    private static Report completed(Report report) {
        return switch (report.state()) {
            case COMPLETED -> report;
            case RUNNING -> throw new Conflict("report.not-finished", report.id());
            case FAILED -> throw new Conflict("report.failed", report.id());
        };
    }

    /**
     * Publishes a report for everybody; a published one stays as it is.
     *
     * @return sequence of the event, empty where it was published before
     */
    @Transactional
    OptionalLong publish(UUID id, String note) {
        Report report = completed(find(id));
        if (report.area() == null) {
            caller.requireEverywhere();
        } else {
            caller.requireWithin(report.areaPath());
        }
        Instant at = now();
        if (!reports.publish(id, caller.name(), at, note)) {
            return OptionalLong.empty();
        }
        audit.record("report-published", subject(id), null, new Publication(note));
        return OptionalLong.of(outbox.publish(new OutgoingEvent(
                Topics.REPORT,
                id.toString(),
                EventTypes.REPORT_PUBLISHED,
                id.toString(),
                1,
                new ReportPublished(id, report.type(), report.area(), report.period(), report.language(), at))));
    }

    /** A report as the caller sees it. */
    ReportAnswer answer(Report report) {
        return answer(report, language.locale());
    }

    /** A report in a language. */
    ReportAnswer answer(Report report, Locale locale) {
        return new ReportAnswer(
                report.id(),
                report.type(),
                report.area(),
                report.period(),
                report.scheme(),
                report.language(),
                report.state(),
                report.published() ? "published" : "preliminary",
                new Progress(report.done(), (long) report.total()),
                report.failure() == null
                        ? null
                        : new ReportAnswer.Failure(report.failure(), messages.text(locale, report.failure())),
                report.createdAt(),
                report.finishedAt(),
                report.publishedAt(),
                report.note());
    }

    private ReportRepository.Scope scope() {
        return ReportRepository.Scope.of(caller, READERS);
    }

    private static String subject(UUID id) {
        return "reports/" + id;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
