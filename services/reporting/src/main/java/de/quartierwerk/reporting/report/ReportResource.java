package de.quartierwerk.reporting.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.outbox.Outbox;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.reporting.freshness.Freshness;
import de.quartierwerk.reporting.page.Pages;
import de.quartierwerk.reporting.parameter.Parameters;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Reports. */
@Path("reports")
@Tag(name = "Reports", description = "Reports, assembled once and kept unchanged")
class ReportResource {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
            .build();

    private final ReportService reports;
    private final ReportWorker worker;
    private final Freshness freshness;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final ReportRenderer renderer;
    private final Pages pages;
    private final ObjectMapper json;

    ReportResource(
            ReportService reports,
            ReportWorker worker,
            Freshness freshness,
            Idempotency idempotency,
            Outbox outbox,
            ReportRenderer renderer,
            Pages pages,
            ObjectMapper json) {
        this.reports = reports;
        this.worker = worker;
        this.freshness = freshness;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.renderer = renderer;
        this.pages = pages;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "requestReport",
            summary = "Request a report",
            description =
                    "Offered so far: monitoring. The report shows what is published when it is assembled and never "
                            + "changes afterwards.")
    @APIResponse(
            responseCode = "202",
            description = "The report is being assembled",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where the report is",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ReportAnswer.class)))
    public Response request(@NotNull @Valid ReportRequest request, @Context HttpHeaders headers, @Context UriInfo uri) {
        freshness.require(Topics.SOCIAL_SPACE);
        Response answer = idempotency.answer(headers, List.of(text(request)), () -> {
            Report report = reports.request(request);
            UriBuilder location = uri.getAbsolutePathBuilder().path(report.id().toString());
            return Response.accepted(reports.answer(report))
                    .location(location.build())
                    .build();
        });
        worker.wake();
        return answer;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            operationId = "listReports",
            summary = "List reports, the newest first",
            description = "Published reports are there for everybody, others for those who may see reports, in their "
                    + "areas.")
    public Page<ReportAnswer> list(
            @QueryParam("area")
                    @Parameter(description = "Only reports of this space and of those in it", example = "99001")
                    String area,
            @QueryParam("type") @Parameter(description = "Only this kind", example = "monitoring") String type,
            @QueryParam("period") @Parameter(description = "Only this period", example = "2023") String period,
            @BeanParam PageRequest page) {
        ReportRepository.Filter filter = new ReportRepository.Filter(
                Parameters.given(area) ? Keys.check("area", area) : null,
                Parameters.given(type) ? type : null,
                Parameters.period(period) == null ? null : period);
        List<ReportAnswer> found = reports.list(filter, after(page), page.limit() + 1).stream()
                .map(reports::answer)
                .toList();
        return Page.of(found, page.limit(), report -> List.of(report.id().toString()));
    }

    private static UUID after(PageRequest page) {
        List<String> after = page.after(1);
        try {
            return after.isEmpty() ? null : UUID.fromString(after.get(0));
        } catch (IllegalArgumentException foreign) {
            throw Invalid.parameter("cursor", after.get(0), "page.cursor-malformed");
        }
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(operationId = "getReport", summary = "Read a report's state")
    public ReportAnswer get(@PathParam("id") @Parameter(description = "Id of the report") UUID id) {
        return reports.answer(reports.find(id));
    }

    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @PermitAll
    @Operation(
            operationId = "watchReport",
            summary = "Follow a report",
            description = "Each event is the report as `GET reports/{id}` gives it.")
    public Multi<ReportAnswer> watch(
            @PathParam("id") @Parameter(description = "Id of the report") UUID id, @Context HttpHeaders headers) {
        Report first = reports.find(id);
        Locale locale = CallerLanguage.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Multi<Report> later = Multi.createFrom()
                .ticks()
                .every(BETWEEN_LOOKS)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> reports.look(id));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(first), later)
                .select()
                .first(new UntilFinished())
                .map(report -> reports.answer(report, locale));
    }

    @GET
    @Path("{id}/document")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @PermitAll
    @Operation(
            operationId = "getReportDocument",
            summary = "Read the document of a report",
            description =
                    "As JSON or as a page (`text/html`), by `Accept`. The page is made from the JSON document, which "
                            + "never changes.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = MonitoringDocument.class),
                        examples = @ExampleObject(name = "monitoring", value = DocumentExample.MONITORING)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    public Response document(
            @PathParam("id") @Parameter(description = "Id of the report") UUID id, @Context Request http) {
        Report report = reports.find(id);
        byte[] document = reports.document(report);
        Variant variant = http.selectVariant(FORMS);
        if (variant != null && variant.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE)) {
            String html = renderer.html(document, reports.drawings(report));
            return pages.answer(html, report.language()).build();
        }
        return Response.ok(document, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, report.language())
                .tag(id.toString())
                .build();
    }

    @POST
    @Path("{id}/publication")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "publishReport",
            summary = "Publish a report",
            description = "A published report stays published; doing it again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The published report",
            content = @Content(schema = @Schema(implementation = ReportAnswer.class)))
    public Response publish(
            @PathParam("id") @Parameter(description = "Id of the report") UUID id,
            @NotNull @Valid Publication publication,
            @Context HttpHeaders headers) {
        AtomicLong event = new AtomicLong();
        Response answer = idempotency.answer(headers, Arrays.asList(id.toString(), publication.note()), () -> {
            reports.publish(id, publication.note()).ifPresent(event::set);
            return Response.ok(reports.answer(reports.find(id))).build();
        });
        if (event.get() > 0) {
            outbox.awaitSent(event.get());
        }
        return answer;
    }

    private String text(ReportRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
