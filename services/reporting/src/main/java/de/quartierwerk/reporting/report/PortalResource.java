package de.quartierwerk.reporting.report;

import de.quartierwerk.events.Period;
import de.quartierwerk.kit.inbox.Inbox;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Prepared;
import de.quartierwerk.kit.web.PreparedAnswers;
import de.quartierwerk.reporting.classification.Run;
import de.quartierwerk.reporting.code.KeyParameter;
import de.quartierwerk.reporting.freshness.Freshness;
import de.quartierwerk.reporting.indicator.ReleasedValues;
import de.quartierwerk.reporting.page.Pages;
import de.quartierwerk.reporting.text.Language;
import de.quartierwerk.reporting.text.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The pages for everybody at {@code /reporting/}: they are no part of the API and need no script. */
@Path("pages")
@Produces(MediaType.TEXT_HTML)
class PortalResource {
    private static final String BASE = "/reporting/";
    private static final int NEWEST = 20;

    private final PortalData data;
    private final ReportService reports;
    private final ReportVersions versions;
    private final ReleasedValues values;
    private final Freshness freshness;
    private final Inbox inbox;
    private final Pages pages;
    private final PreparedAnswers prepared;
    private final CallerLanguage language;
    private final Clock clock;

    PortalResource(
            PortalData data,
            ReportService reports,
            ReportVersions versions,
            ReleasedValues values,
            Freshness freshness,
            Inbox inbox,
            Pages pages,
            PreparedAnswers prepared,
            CallerLanguage language,
            Clock clock) {
        this.data = data;
        this.reports = reports;
        this.versions = versions;
        this.values = values;
        this.freshness = freshness;
        this.inbox = inbox;
        this.pages = pages;
        this.prepared = prepared;
        this.language = language;
        this.clock = clock;
    }

    /** The templates of these pages. */
    @CheckedTemplate(basePath = "portal")
    static final class Templates {
        static native TemplateInstance overview(PortalPage.Overview page);

        static native TemplateInstance field(PortalPage.Field page);

        static native TemplateInstance indicators(PortalPage.Indicators page);

        static native TemplateInstance indicator(PortalPage.Indicator page);

        static native TemplateInstance reports(PortalPage.Reports page);

        private Templates() {}
    }

    /** All that a page depends on besides the published reports. */
    private record Key(
            String page,
            @Nullable String scheme,
            @Nullable Period period,
            @Nullable String area,
            String more,
            Language language,
            long progress) {}

    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<Prepared> overview(
            @QueryParam("scheme") @Nullable String scheme,
            @QueryParam("period") @Nullable Period period,
            @QueryParam("area") @Nullable String area,
            @QueryParam("q") @Nullable String query) {
        Words w = words();
        String wanted = query == null ? "" : query.strip();
        List<Report> newest = reports.published(NEWEST);
        String more = wanted + newest.stream().map(Report::id).toList();
        return answer("overview", scheme, period, area, more, w, (run, document) -> {
            PortalPages made = document == null ? null : new PortalPages(w, document, data.drawings(document));
            return Templates.overview(new PortalPage.Overview(
                    frame(w, w.of("portal.title"), run, document),
                    wanted,
                    made == null ? List.of() : made.found(wanted),
                    PortalPages.choices(data.choices(), run, w),
                    run == null ? "" : PortalPages.query(run),
                    made == null ? null : made.classification(),
                    when(document, w),
                    made == null ? List.of() : made.spaces(),
                    newest.stream().map(report -> row(report, w)).toList()));
        });
    }

    @GET
    @Path("handlungsfelder/{code}")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<Prepared> field(
            @PathParam("code") String code,
            @QueryParam("scheme") @Nullable String scheme,
            @QueryParam("period") @Nullable Period period,
            @QueryParam("area") @Nullable String area) {
        Words w = words();
        Keys.check("code", code);
        return answer("field", scheme, period, area, code, w, (run, document) -> {
            if (document == null) {
                throw new NotFound("needs.none-published");
            }
            String title = document.classifications().get(0).needs().stream()
                    .filter(need -> need.code().equals(code))
                    .map(MonitoringDocument.Need::title)
                    .findFirst()
                    .orElseThrow(() -> new NotFound("needs.none-published"));
            return Templates.field(new PortalPages(w, document, data.drawings(document))
                    .field(frame(w, title, w.foreignHtml(title), run, document), code)
                    .orElseThrow());
        });
    }

    @GET
    @Path("indikatoren")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<Prepared> indicators(
            @QueryParam("scheme") @Nullable String scheme,
            @QueryParam("period") @Nullable Period period,
            @QueryParam("area") @Nullable String area) {
        Words w = words();
        return answer(
                "indicators",
                scheme,
                period,
                area,
                "",
                w,
                (run, document) -> Templates.indicators(new PortalPage.Indicators(
                        frame(w, w.of("indicators.heading"), run, document),
                        document == null ? List.of() : new PortalPages(w, document, Map.of()).indicators())));
    }

    @GET
    @Path("indikatoren/{code}")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<Prepared> indicator(
            @PathParam("code") String code,
            @QueryParam("scheme") @Nullable String scheme,
            @QueryParam("period") @Nullable Period period,
            @QueryParam("area") @Nullable String area) {
        Words w = words();
        Keys.check("code", code);
        return answer("indicator", scheme, period, area, code, w, (run, document) -> {
            String name = document == null
                    ? null
                    : document.indicators().stream()
                            .filter(indicator -> indicator.code().equals(code))
                            .map(indicator -> indicator.definition().name())
                            .findFirst()
                            .orElse(null);
            if (document == null || name == null) {
                throw new NotFound("indicator.unknown", code);
            }
            return Templates.indicator(new PortalPages(w, document, Map.of())
                    .indicator(frame(w, name, w.foreignHtml(name), run, document), code)
                    .orElseThrow());
        });
    }

    @GET
    @Path("berichte")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<Prepared> reports() {
        Words w = words();
        List<Report> newest = reports.published(100);
        return answer(
                "reports",
                null,
                null,
                null,
                newest.stream().map(Report::id).toList().toString(),
                w,
                (run, document) -> Templates.reports(new PortalPage.Reports(
                        frame(w, w.of("portal.reports"), run, document),
                        newest.stream().map(report -> row(report, w)).toList())));
    }

    private Words words() {
        return Words.in(Language.of(language.locale()), clock.getZone());
    }

    private RestResponse<Prepared> answer(
            String page,
            @Nullable String scheme,
            @Nullable Period period,
            @Nullable String area,
            String more,
            Words w,
            BiFunction<@Nullable Run, @Nullable MonitoringDocument, TemplateInstance> make) {
        String code = KeyParameter.of("scheme", scheme);
        String within = KeyParameter.of("area", area);
        freshness.catchUpAll();
        Key key = new Key(page, code, period, within, more, w.language(), inbox.progress());
        Prepared answer = prepared.get(key, () -> {
            Run run = data.shown(code, period, within).orElse(null);
            MonitoringDocument document = run == null ? null : data.document(run, w);
            return make.apply(run, document).render().getBytes(StandardCharsets.UTF_8);
        });
        return pages.answer(answer, w.language());
    }

    /** Period of a document, and its area where that is not the whole installation. */
    private static String when(@Nullable MonitoringDocument document, Words w) {
        if (document == null) {
            return "";
        }
        MonitoringDocument.Header header = document.header();
        String period = w.period(header.period());
        return header.area() == null ? period : period + ", " + header.area().name();
    }

    private PortalPage.Frame frame(Words w, String title, @Nullable Run run, @Nullable MonitoringDocument document) {
        return frame(w, title, Words.html(title), run, document);
    }

    private PortalPage.Frame frame(
            Words w, String title, String heading, @Nullable Run run, @Nullable MonitoringDocument document) {
        String fresh = run == null
                ? null
                : w.of(
                        "portal.freshness",
                        values.lastRelease().map(w::day).orElse(w.of("portal.none")),
                        w.day(run.publication().at()),
                        w.day(run.asOf()));
        List<String> notices = document == null ? List.of() : document.header().notices();
        return new PortalPage.Frame(w, pages.css(), title, heading, BASE, fresh, notices);
    }

    private PortalPage.ReportRow row(Report report, Words w) {
        String path = "/reporting/v1/reports/" + report.firstVersion() + "/versions/" + report.number() + "/document";
        VersionResponse version = versions.list(report).stream()
                .filter(candidate -> candidate.version() == report.number())
                .findFirst()
                .orElseThrow();
        String area = data.areaName(report.subject()).orElse(w.of("report.area.all"));
        return new PortalPage.ReportRow(
                path + "?format=html",
                w.of("report.kind.monitoring") + " " + area + ", "
                        + w.period(report.subject().period())
                        + (report.number() > 1 ? ", " + w.of("portal.version", report.number()) : ""),
                w.day(Objects.requireNonNull(report.publication()).at()),
                version.forms().stream()
                        .map(form -> new PortalPage.FormLink(
                                path + "?format=" + form.form(),
                                w.of(
                                        "portal.form",
                                        form.form().toString().toUpperCase(Locale.ROOT),
                                        (form.size() + 1023) / 1024),
                                form.sha256()))
                        .toList());
    }
}
