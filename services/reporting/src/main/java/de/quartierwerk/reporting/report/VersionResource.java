package de.quartierwerk.reporting.report;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.limit.Demanding;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Sha256;
import de.quartierwerk.reporting.freshness.Freshness;
import de.quartierwerk.reporting.page.Pages;
import io.quarkus.vertx.http.Uncompressed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Documents and published versions of reports. */
@Path("reports")
@Tag(name = "Reports", description = "Reports, assembled once and kept unchanged")
class VersionResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PDF = "application/pdf";
    private static final String ZIP = "application/zip";
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE,
                    MediaType.TEXT_HTML_TYPE,
                    MediaType.valueOf(PDF),
                    MediaType.valueOf(XLSX),
                    MediaType.valueOf(ZIP),
                    MediaType.valueOf(CsvAnswer.MEDIA_TYPE))
            .build();

    private final ReportService reports;
    private final ReportPrints prints;
    private final ReportVersions versions;
    private final Freshness freshness;
    private final Idempotency idempotency;
    private final Pages pages;
    private final Messages messages;
    private final CallerLanguage language;

    VersionResource(
            ReportService reports,
            ReportPrints prints,
            ReportVersions versions,
            Freshness freshness,
            Idempotency idempotency,
            Pages pages,
            Messages messages,
            CallerLanguage language) {
        this.reports = reports;
        this.prints = prints;
        this.versions = versions;
        this.freshness = freshness;
        this.idempotency = idempotency;
        this.pages = pages;
        this.messages = messages;
        this.language = language;
    }

    @GET
    @Path("{id}/document")
    @Uncompressed
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, PDF, XLSX, ZIP, CsvAnswer.MEDIA_TYPE})
    @PermitAll
    @Operation(
            operationId = "getReportDocument",
            summary = "Read the document of a report",
            description =
                    "As JSON, page (`text/html`), PDF, workbook or archive of CSV files, by `format` or `Accept`. "
                            + "The forms of a published report are rendered once and kept as bytes: their strong `ETag` is "
                            + "their SHA-256. A draft is rendered on demand and says that it is one. `text/csv` is the table of "
                            + "results alone.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = MonitoringDocument.class),
                        examples = @ExampleObject(name = "monitoring", value = DocumentExample.MONITORING)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = CsvAnswer.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response document(
            @PathParam("id") @Parameter(description = "Id of the report") UUID id,
            @QueryParam("format")
                    @Parameter(description = "The form; without it that of `Accept`", example = "html")
                    @Nullable
                    ReportForm format,
            @Context Request http) {
        Report report = reports.find(id);
        Variant wanted = http.selectVariant(FORMS);
        if (format == null
                && wanted != null
                && wanted.getMediaType().isCompatible(MediaType.valueOf(CsvAnswer.MEDIA_TYPE))) {
            ReportTables.Table results = reports.results(report);
            return Response.ok(CsvAnswer.of(results.header(), results.rows()), CsvAnswer.MEDIA_TYPE)
                    .build();
        }
        ReportForm form = form(format, http);
        if (report.publication() == null) {
            prints.beforeReading(report, form);
            byte[] bytes = reports.form(report, form);
            return answer(report, form, bytes, Sha256.hex(bytes)).build();
        }
        return frozen(report, report.number(), form);
    }

    @GET
    @Path("{id}/versions")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            operationId = "listReportVersions",
            summary = "List the published versions of a report",
            description = "The first one first, each with its forms, their sizes and hashes.")
    public List<VersionResponse> versions(@PathParam("id") @Parameter(description = "Id of the report") UUID id) {
        return versions.list(reports.find(id));
    }

    @GET
    @Path("{id}/versions/{version}/document")
    @Uncompressed
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, PDF, XLSX, ZIP})
    @PermitAll
    @Operation(
            operationId = "getReportVersion",
            summary = "Read the document of a published version",
            description = "The same bytes as at its publication. A version that was corrected names the latest one by "
                    + "`Link` with the relation `successor-version`.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = MonitoringDocument.class),
                        examples = @ExampleObject(name = "monitoring", value = DocumentExample.MONITORING)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response version(
            @PathParam("id") @Parameter(description = "Id of the report") UUID id,
            @PathParam("version") @Parameter(description = "Number of the version", example = "1") int version,
            @QueryParam("format")
                    @Parameter(description = "The form; without it that of `Accept`", example = "html")
                    @Nullable
                    ReportForm format,
            @Context Request http) {
        return frozen(reports.find(id), version, form(format, http));
    }

    @GET
    @Path("{id}/versions/{version}/manifest.json")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            operationId = "getReportManifest",
            summary = "Read what a published version was made of",
            description = "Runs, releases, days of the boundaries, template, software, and the hash of each form.")
    @APIResponse(
            responseCode = "200",
            description = "The manifest",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Manifest.class)))
    public Response manifest(
            @PathParam("id") @Parameter(description = "Id of the report") UUID id,
            @PathParam("version") @Parameter(description = "Number of the version", example = "1") int version) {
        byte[] manifest = versions.manifest(reports.find(id), version);
        return Response.ok(manifest, MediaType.APPLICATION_JSON_TYPE)
                .tag(Sha256.hex(manifest))
                .build();
    }

    @POST
    @Path("{id}/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Demanding
    @Operation(
            operationId = "correctReport",
            summary = "Begin the correction of a published report",
            description = "A new report of the same subject with the newest figures. When it is published it becomes "
                    + "the next version, with a list of every figure that differs; the version before stays.")
    @APIResponse(
            responseCode = "202",
            description = "The correction is being assembled",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where the correction is",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ReportResponse.class)))
    public RestResponse<ReportResponse> correct(
            @PathParam("id") @Parameter(description = "Id of the report") UUID id,
            @NotNull @Valid CorrectionRequest correction,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        freshness.requireAll();
        return idempotency.once(headers, Arrays.asList(id.toString(), correction.reason()), () -> {
            Report report = reports.correct(id, correction.reason());
            URI location = uri.getBaseUriBuilder()
                    .path("reports")
                    .path(report.id().toString())
                    .build();
            return RestResponse.ResponseBuilder.create(
                            RestResponse.Status.ACCEPTED, ReportResponse.of(report, messages, language.locale()))
                    .location(location)
                    .tag(IfMatch.tag(report.version()))
                    .build();
        });
    }

    private static ReportForm form(@Nullable ReportForm format, Request http) {
        if (format != null) {
            return format;
        }
        Variant variant = http.selectVariant(FORMS);
        MediaType type = variant == null ? MediaType.APPLICATION_JSON_TYPE : variant.getMediaType();
        return Arrays.stream(ReportForm.values())
                .filter(form -> MediaType.valueOf(form.mediaType()).isCompatible(type))
                .findFirst()
                .orElse(ReportForm.JSON);
    }

    private Response frozen(Report report, int number, ReportForm form) {
        VersionStatements.Content content = versions.form(report, number, form);
        Response.ResponseBuilder answer = answer(report, form, content.bytes(), content.sha256());
        int latest = versions.latest(report);
        if (latest > number) {
            answer.header(
                    HttpHeaders.LINK,
                    "</reporting/v1/reports/" + report.firstVersion() + "/versions/" + latest
                            + "/document>; rel=\"successor-version\"");
        }
        return answer.build();
    }

    /** The bytes are sent as they are, never packed, so that digest and tag hold for what arrives. */
    private Response.ResponseBuilder answer(Report report, ReportForm form, byte[] bytes, String sha256) {
        Response.ResponseBuilder answer = Response.ok(bytes, MediaType.valueOf(form.mediaType()))
                .header(HttpHeaders.CONTENT_LANGUAGE, report.subject().language())
                .header("Content-Digest", Sha256.digestHeader(sha256))
                .tag(sha256);
        if (form == ReportForm.HTML) {
            pages.protect(answer, bytes);
        }
        if (form != ReportForm.JSON && form != ReportForm.HTML) {
            answer.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    (form == ReportForm.PDF ? "inline" : "attachment") + "; filename=\""
                            + form.fileName(report.id().toString()) + "\"");
        }
        return answer;
    }
}
