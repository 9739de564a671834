package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MessageText;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Submissions over HTTP. */
@Path("submissions")
@Tag(name = "Submissions", description = "Delivered files and their way to release (Lieferungen)")
@Produces(MediaType.APPLICATION_JSON)
public class SubmissionResource {
    private static final String ID = "Id of the submission";
    private static final String EXAMPLE = "5f0c6c3e-0a52-4d7e-9a57-0f6d5b7a8c11";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Intake intake;
    private final SubmissionService service;
    private final Idempotency idempotency;

    SubmissionResource(Intake intake, SubmissionService service, Idempotency idempotency) {
        this.intake = intake;
        this.service = service;
        this.idempotency = idempotency;
    }

    /** Body of an approval; nothing has to be said. */
    @Schema(name = "Approval", description = "Nothing has to be said", examples = "{}")
    public record Approval() {}

    /**
     * Body of a rejection.
     *
     * @param reason why
     */
    @Schema(name = "Rejection", description = "Why the submission is refused")
    public record Rejection(
            @jakarta.validation.constraints.NotBlank
            @jakarta.validation.constraints.Size(max = 2000)
            @Schema(examples = "Die Werte gehören zum Vorjahr.")
            String reason) {}

    /** Takes a file. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            summary = "Deliver a file",
            description =
                    "CSV, XLSX or JSON, also compressed with gzip or zip; the mapping says what its columns mean. The file is"
                            + " checked afterwards: read the submission until its state is VALIDATED or REJECTED")
    @APIResponse(
            responseCode = "202",
            description = "Received",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    public Response deliver(
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @Schema(description = "The file: CSV, XLSX or JSON, also with gzip or zip") @RestForm("file")
                    FileUpload file,
            @Schema(
                            description = "JSON of the mapping; see the schema Mapping",
                            examples = "{\"layout\":\"wide\",\"spaceColumn\":\"plr_id\",\"period\":\"2013\","
                                    + "\"columns\":{\"s1\":{\"indicator\":\"S1\"}}}")
                    @RestForm("mapping")
                    String mapping,
            @Parameter(
                            description = "Code of a stored mapping, instead of the part `mapping`",
                            example = "statistics-office")
                    @QueryParam("profile")
                    String profile,
            @Parameter(
                            description = "Period of all values that have none of their own, instead of the mapping's",
                            example = "2023-12-31")
                    @QueryParam("period")
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
                    UUID corrects)
            throws IOException {
        if (file == null) {
            throw Invalid.parameter("file", null, "file.required");
        }
        if ("".equals(uri.getQueryParameters().getFirst("dryRun"))) {
            throw Invalid.parameter("dryRun", "", "parameter.wrong-type", "dryRun", MessageText.of("type.boolean"));
        }
        NewSubmission submission = intake.look(file.fileName(), file.uploadedFile(), mapping, profile, period, dryRun);
        List<Object> parts =
                Arrays.asList(file.fileName(), file.uploadedFile(), mapping, profile, period, dryRun, corrects);
        return idempotency.answer(headers, parts, () -> accepted(service.create(submission, corrects)));
    }

    /** Lists submissions. */
    @GET
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            summary = "List submissions",
            description = "Newest first: the own ones; stewards and municipal planners also see those of their areas")
    public Page<SubmissionView> list(
            @Parameter(description = "Only those in this state", example = "VALIDATED") @QueryParam("state")
                    State state,
            @BeanParam PageRequest page) {
        long before = page.after(1).stream()
                .findFirst()
                .map(SubmissionResource::number)
                .orElse(Long.MAX_VALUE);
        Page<Submission> found = Page.of(
                service.page(state, before, page.limit() + 1),
                page.limit(),
                submission -> List.of(Long.toString(submission.number())));
        return new Page<>(found.items().stream().map(service::view).toList(), found.next());
    }

    private static Long number(String cursor) {
        try {
            return Long.valueOf(cursor);
        } catch (NumberFormatException malformed) {
            throw Invalid.parameter("cursor", cursor, "page.cursor-malformed");
        }
    }

    /** Reads a submission. */
    @GET
    @Path("{id}")
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            summary = "Read a submission",
            description =
                    "Its state, progress, counts and which spaces it speaks of. While it is VALIDATING, `progress` counts"
                            + " rows; from its approval on it counts values: each delivered one is written, then told to the"
                            + " other services, so that the total is twice their number. Work that is interrupted begins"
                            + " again and counts anew")
    public SubmissionView read(@Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id) {
        return service.view(service.find(id));
    }

    /** Streams the state of a submission. */
    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            summary = "Follow a submission",
            description = "Server-sent events with the submission whenever it changes, until nothing follows any more")
    public Multi<SubmissionView> follow(@Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id) {
        service.find(id);
        Supplier<Submission> watched = service.watch(id);
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> service.view(watched.get()))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .onItem()
                        .delayIt()
                        .by(BETWEEN_LOOKS))
                .whilst(view -> !ended(view))
                .skip()
                .repetitions();
    }

    private static boolean ended(SubmissionView view) {
        return view.state().last() || (view.dryRun() && view.state() == State.VALIDATED);
    }

    /** Releases the values of a submission. */
    @POST
    @Path("{id}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Operation(
            summary = "Approve a submission",
            description =
                    "By a steward who is not the submitter; the values are released afterwards: read the submission"
                            + " until its state is RELEASED")
    @APIResponse(
            responseCode = "202",
            description = "Approved",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    public Response approve(
            @Context HttpHeaders headers,
            @Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id,
            Approval approval) {
        return idempotency.answer(headers, List.of(id, "approval"), () -> accepted(service.approve(id)));
    }

    /** Refuses a submission. */
    @POST
    @Path("{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Operation(
            summary = "Refuse a submission",
            description = "Its values are thrown away; the reason is told to the submitter")
    @APIResponse(
            responseCode = "200",
            description = "Refused",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    public Response reject(
            @Context HttpHeaders headers,
            @Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id,
            @NotNull @Valid Rejection rejection) {
        return idempotency.answer(
                headers,
                List.of(id, rejection.reason()),
                () -> Response.ok(service.view(service.reject(id, rejection.reason())))
                        .build());
    }

    /** Takes a submission back. */
    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            summary = "Withdraw a submission",
            description =
                    "Before its approval by its submitter, at once. After its release also by stewards: the answer"
                            + " is a submission that brings back what was known before, or says that values are missing, and"
                            + " that somebody else has to approve")
    @APIResponse(
            responseCode = "202",
            description = "The submission that takes the released values back",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    public Response withdraw(
            @Context HttpHeaders headers, @Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id) {
        return idempotency.answer(headers, List.of(id, "withdrawal"), () -> {
            Submission after = service.withdraw(id);
            return after.id().equals(id) ? Response.ok(service.view(after)).build() : accepted(after);
        });
    }

    private Response accepted(Submission submission) {
        return Response.accepted(service.view(submission))
                .location(URI.create("submissions/" + submission.id()))
                .build();
    }
}
