package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MessageText;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.kit.work.ProgressStream;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Submissions over HTTP. */
@Path("submissions")
@Tag(name = "Submissions", description = "Delivered files and their way to release (Lieferungen)")
@Produces(MediaType.APPLICATION_JSON)
public class SubmissionResource {
    private static final String ID = "Id of the submission";
    private static final String EXAMPLE = "5f0c6c3e-0a52-4d7e-9a57-0f6d5b7a8c11";

    private final Intake intake;
    private final SubmissionService service;
    private final SubmissionMapper mapper;
    private final ProgressStream progress;
    private final CallerLanguage language;
    private final Idempotency idempotency;

    SubmissionResource(
            Intake intake,
            SubmissionService service,
            SubmissionMapper mapper,
            ProgressStream progress,
            CallerLanguage language,
            Idempotency idempotency) {
        this.intake = intake;
        this.service = service;
        this.mapper = mapper;
        this.progress = progress;
        this.language = language;
        this.idempotency = idempotency;
    }

    /** Body of an approval; nothing has to be said. */
    @Schema(name = "ApprovalRequest", description = "Nothing has to be said", examples = "{}")
    public record ApprovalRequest() {}

    /**
     * Body of a rejection.
     *
     * @param reason why
     */
    @Schema(name = "RejectionRequest", description = "Why the submission is refused")
    public record RejectionRequest(
            @NotBlank @Size(max = 2000) @Schema(examples = "Die Werte gehören zum Vorjahr.")
            String reason) {}

    /** Takes a file. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "deliverFile",
            summary = "Deliver a file",
            description =
                    "CSV, SDMX-CSV, XLSX, XLS, ODS, JSON or JSON-stat, also compressed with gzip or zip; the mapping says what its"
                            + " columns mean, and `/mappings/proposal` proposes one. The file is"
                            + " checked afterwards: read the submission until its state is VALIDATED or REJECTED")
    @APIResponse(
            responseCode = "202",
            description = "Received",
            content = @Content(schema = @Schema(implementation = SubmissionResponse.class)))
    public RestResponse<SubmissionResponse> deliver(
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @Schema(description = "The file: CSV, SDMX-CSV, XLSX, XLS, ODS, JSON or JSON-stat, also with gzip or zip")
                    @RestForm("file")
                    @Nullable
                    FileUpload file,
            @Schema(
                            description = "JSON of the mapping; see the schema Mapping",
                            examples = "{\"layout\":\"wide\",\"spaceColumn\":\"plr_id\",\"period\":\"2013\","
                                    + "\"columns\":{\"s1\":{\"indicator\":\"S1\"}}}")
                    @RestForm("mapping")
                    @Nullable
                    String mapping,
            @Parameter(
                            description = "Code of a stored mapping, instead of the part `mapping`",
                            example = "statistics-office")
                    @QueryParam("profile")
                    @Nullable
                    String profile,
            @Parameter(
                            description = "Period of all values that have none of their own, instead of the mapping's",
                            example = "2023-12-31")
                    @QueryParam("period")
                    @Nullable
                    String period,
            @Parameter(description = "Check only, leave no value behind", example = "false")
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    boolean dryRun,
            @Parameter(
                            description = "Id of the submission that this one corrects; where that one still waits for"
                                    + " approval, it is withdrawn",
                            example = EXAMPLE)
                    @QueryParam("corrects")
                    @Nullable
                    UUID corrects)
            throws IOException {
        if (file == null) {
            throw Invalid.parameter("file", null, "file.required");
        }
        if ("".equals(uri.getQueryParameters().getFirst("dryRun"))) {
            throw Invalid.parameter("dryRun", "", "parameter.wrong-type", "dryRun", MessageText.of("type.boolean"));
        }
        NewSubmission submission = intake.look(file.fileName(), file.uploadedFile(), mapping, profile, period, dryRun);
        List<? extends @Nullable Object> parts =
                Arrays.asList(file.fileName(), file.uploadedFile(), mapping, profile, period, dryRun, corrects);
        return idempotency.once(headers, parts, () -> accepted(service.create(submission, corrects)));
    }

    /** Lists submissions. */
    @GET
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "listSubmissions",
            summary = "List submissions",
            description = "Newest first: the own ones; stewards and municipal planners also see those of their areas")
    public Page<SubmissionResponse> list(
            @Parameter(description = "Only those in this state", example = "VALIDATED") @QueryParam("state") @Nullable
                    State state,
            @BeanParam PageRequest page) {
        long before = page.after(1, values -> Long.parseLong(values.get(0))).orElse(Long.MAX_VALUE);
        Page<Submission> found = Page.of(
                service.page(state, before, page.limit() + 1),
                page.limit(),
                submission -> List.of(Long.toString(submission.number())));
        return new Page<>(mapper.responses(found.items(), language.locale()), found.next());
    }

    /** Reads a submission. */
    @GET
    @Path("{id}")
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "readSubmission",
            summary = "Read a submission",
            description =
                    "Its state, progress, counts and which spaces it speaks of. While it is VALIDATING, `progress` counts"
                            + " rows; from its approval on it counts values: each delivered one is written, then published to the"
                            + " other services, so that the total is twice their number. Work that is interrupted begins"
                            + " again and counts anew")
    public SubmissionResponse read(@Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id) {
        return response(service.find(id));
    }

    /** Streams the state of a submission. */
    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "followSubmission",
            summary = "Follow a submission",
            description =
                    "Server-sent events with the submission whenever it changes, until nothing follows any more."
                            + " A silent stream gets a comment every 30 seconds; after an hour at the latest it ends, follow again then.")
    public Multi<SubmissionResponse> follow(@Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id) {
        Supplier<Submission> watched = service.watch(id);
        Locale locale = language.locale();
        return progress.follow(id, () -> mapper.response(watched.get(), locale, false), SubmissionResponse::ended);
    }

    /** Releases the values of a submission. */
    @POST
    @Path("{id}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "approveSubmission",
            summary = "Approve a submission",
            description =
                    "By a steward who is not the submitter; the values are released afterwards: read the submission"
                            + " until its state is RELEASED")
    @APIResponse(
            responseCode = "202",
            description = "Approved",
            content = @Content(schema = @Schema(implementation = SubmissionResponse.class)))
    public RestResponse<SubmissionResponse> approve(
            @Context HttpHeaders headers,
            @Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id,
            @Nullable ApprovalRequest approval) {
        return idempotency.once(headers, List.of(id, "approval"), () -> accepted(service.approve(id)));
    }

    /** Refuses a submission. */
    @POST
    @Path("{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "rejectSubmission",
            summary = "Refuse a submission",
            description = "Its values are thrown away; the submitter reads the reason")
    @APIResponse(responseCode = "200", description = "Refused")
    public RestResponse<SubmissionResponse> reject(
            @Context HttpHeaders headers,
            @Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id,
            @NotNull @Valid RejectionRequest rejection) {
        return idempotency.once(
                headers,
                List.of(id, rejection.reason()),
                () -> RestResponse.ok(response(service.reject(id, rejection.reason()))));
    }

    /** Takes a submission back. */
    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "withdrawSubmission",
            summary = "Withdraw a submission",
            description =
                    "Before its approval by its submitter, at once. After its release also by stewards: the answer"
                            + " is a submission that brings back what was known before, or says that values are missing, and"
                            + " that somebody else has to approve")
    @APIResponse(
            responseCode = "202",
            description = "The submission that takes the released values back",
            content = @Content(schema = @Schema(implementation = SubmissionResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = SubmissionResponse.class)))
    public RestResponse<SubmissionResponse> withdraw(
            @Context HttpHeaders headers, @Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id) {
        return idempotency.once(headers, List.of(id, "withdrawal"), () -> {
            Submission after = service.withdraw(id);
            return after.id().equals(id) ? RestResponse.ok(response(after)) : accepted(after);
        });
    }

    private SubmissionResponse response(Submission submission) {
        return mapper.response(submission, language.locale(), service.mayReadValues(submission));
    }

    private RestResponse<SubmissionResponse> accepted(Submission submission) {
        return ResponseBuilder.accepted(response(submission))
                .location(URI.create("submissions/" + submission.id()))
                .build();
    }
}
