package de.quartierwerk.reporting.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.events.Period;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.limit.Demanding;
import de.quartierwerk.kit.outbox.RequestEvents;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.kit.web.Stored;
import de.quartierwerk.kit.work.ProgressStream;
import de.quartierwerk.reporting.code.KeyParameter;
import de.quartierwerk.reporting.freshness.Freshness;
import de.quartierwerk.reporting.space.Spaces;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Reports. */
@Path("reports")
@Tag(name = "Reports", description = "Reports, assembled once and kept unchanged")
class ReportResource {
    private final ReportService reports;
    private final ReportPrints prints;
    private final ProgressStream progress;
    private final Freshness freshness;
    private final Spaces spaces;
    private final Idempotency idempotency;
    private final RequestEvents events;
    private final Messages messages;
    private final CallerLanguage language;
    private final ObjectMapper json;

    ReportResource(
            ReportService reports,
            ReportPrints prints,
            ProgressStream progress,
            Freshness freshness,
            Spaces spaces,
            Idempotency idempotency,
            RequestEvents events,
            Messages messages,
            CallerLanguage language,
            ObjectMapper json) {
        this.reports = reports;
        this.prints = prints;
        this.progress = progress;
        this.freshness = freshness;
        this.spaces = spaces;
        this.idempotency = idempotency;
        this.events = events;
        this.messages = messages;
        this.language = language;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Demanding
    @Operation(
            operationId = "requestReport",
            summary = "Request a report",
            description = "The service offers `monitoring` so far. A report shows what is published when it is "
                    + "assembled, and never changes afterwards.")
    @APIResponse(
            responseCode = "202",
            description = "The report is being assembled",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where the report is",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ReportResponse.class)))
    public RestResponse<ReportResponse> request(
            @NotNull @Valid ReportRequest request, @Context HttpHeaders headers, @Context UriInfo uri) {
        freshness.require(Topics.SOCIAL_SPACE);
        if (request.scheme() != null) {
            freshness.require(Topics.CLASSIFICATION);
        }
        return idempotency.once(headers, List.of(text(request)), () -> {
            Report report = reports.request(request);
            URI location =
                    uri.getAbsolutePathBuilder().path(report.id().toString()).build();
            return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, response(report))
                    .location(location)
                    .tag(IfMatch.tag(report.version()))
                    .build();
        });
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            operationId = "listReports",
            summary = "List reports, the newest first",
            description = "Everybody sees published reports; those who may see reports see the others of their areas "
                    + "too.")
    public Page<ReportResponse> list(
            @QueryParam("area")
                    @Parameter(description = "Only reports of this space and of those in it", example = "99001")
                    @Nullable
                    String area,
            @QueryParam("type") @Parameter(description = "Only this kind", example = "monitoring") @Nullable
                    ReportType type,
            @QueryParam("period")
                    @Parameter(
                            description = "Only this period",
                            schema = @Schema(type = SchemaType.STRING),
                            example = "2023")
                    @Nullable
                    Period period,
            @BeanParam PageRequest page) {
        ReportRepository.Filter filter =
                new ReportRepository.Filter(area(area), type, period == null ? null : period.text());
        ReportRepository.Position after =
                page.after(2, ReportResource::position).orElse(null);
        List<Report> found = reports.list(filter, after, page.limit() + 1);
        Page<Report> shown = Page.of(
                found,
                page.limit(),
                last -> List.of(last.createdAt().toString(), last.id().toString()));
        return new Page<>(shown.items().stream().map(this::response).toList(), shown.next());
    }

    private @Nullable String area(@Nullable String parameter) {
        String area = KeyParameter.of("area", parameter);
        if (area != null && !spaces.isKnown(area)) {
            Freshness.State state = freshness.catchUp(Topics.SOCIAL_SPACE);
            if (!spaces.isKnown(area)) {
                throw state.missing(() -> new NotFound("space.unknown", area));
            }
        }
        return area;
    }

    private static ReportRepository.Position position(List<String> cursor) {
        return new ReportRepository.Position(Instant.parse(cursor.get(0)), UUID.fromString(cursor.get(1)));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(operationId = "getReport", summary = "Read a report's state")
    public RestResponse<ReportResponse> get(@PathParam("id") @Parameter(description = "Id of the report") UUID id) {
        Report report = reports.find(id);
        return new Stored<>(response(report), report.version(), false).toResponse();
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
            description =
                    "Each event is the report as `GET reports/{id}` gives it."
                            + " A silent stream gets a comment every 30 seconds; after an hour at the latest it ends, follow again then.")
    public Multi<ReportResponse> watch(@PathParam("id") @Parameter(description = "Id of the report") UUID id) {
        reports.find(id);
        Locale locale = language.locale();
        return progress.follow(
                id, () -> response(reports.look(id), locale), report -> report.state() != ReportState.RUNNING);
    }

    @POST
    @Path("{id}/publication")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "publishReport",
            summary = "Publish a report",
            description =
                    "Makes every form first, which takes a few seconds. What cannot be printed stays a draft: with "
                            + "503 try again, with 422 `report.too-large` request less. A published report stays "
                            + "published; doing it again changes nothing.")
    public RestResponse<ReportResponse> publish(
            @PathParam("id") @Parameter(description = "Id of the report") UUID id,
            @NotNull @Valid PublicationRequest publication,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        prints.beforePublication(reports.find(id));
        RestResponse<ReportResponse> answer =
                idempotency.once(headers, Arrays.asList(id.toString(), publication.note()), () -> {
                    Report report = reports.publish(id, publication.note(), ifMatch);
                    return new Stored<>(response(report), report.version(), false).toResponse();
                });
        events.awaitSent();
        return answer;
    }

    private ReportResponse response(Report report) {
        return response(report, language.locale());
    }

    private ReportResponse response(Report report, Locale locale) {
        return ReportResponse.of(report, messages, locale);
    }

    private String text(ReportRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
