package de.quartierwerk.ingestion.intake.observation;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Observations over HTTP. */
@Path("observations")
@Tag(name = "Observations", description = "Qualitative findings (Beobachtungen)")
@Produces(MediaType.APPLICATION_JSON)
public class ObservationResource {
    private static final String ID = "Id of the observation";
    private static final String EXAMPLE = "5f0c6c3e-0a52-4d7e-9a57-0f6d5b7a8c11";

    private final ObservationService service;
    private final Idempotency idempotency;

    ObservationResource(ObservationService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    /**
     * Body of a release.
     *
     * @param namesNobody that the warnings were looked at and no person is named
     */
    @Schema(name = "ObservationRelease", description = "Confirms that no person is named")
    public record Release(
            @Schema(description = "Needed where the check for names warns", examples = "true")
            boolean namesNobody) {}

    /**
     * Body of a refusal.
     *
     * @param reason why
     */
    @Schema(name = "ObservationRefusal", description = "Why an observation is refused")
    public record Refusal(
            @NotBlank @Size(max = 2000) @Schema(examples = "Bitte ohne Namen.")
            String reason) {}

    /** Takes an observation. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUPPLIER, Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "submitObservation",
            summary = "Submit an observation",
            description = "It waits for moderation by somebody else; warnings say what looks like the name of a person."
                    + " Suppliers without areas may speak of all spaces, others of those in their areas")
    @APIResponse(
            responseCode = "201",
            description = "Submitted",
            content = @Content(schema = @Schema(implementation = ObservationView.class)))
    public Response submit(@Context HttpHeaders headers, @NotNull @Valid Observation observation) {
        return idempotency.answer(headers, List.of(observation.toString()), () -> {
            ObservationView submitted = service.submit(observation);
            return Response.created(URI.create("observations/" + submitted.id()))
                    .entity(submitted)
                    .build();
        });
    }

    /** Lists observations. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listObservations",
            summary = "List observations",
            description = "Newest first: released ones for everybody; the own ones and, for moderators, those of their"
                    + " areas in every state")
    public Page<ObservationView> list(
            @Parameter(description = "Only of this space and all within it", example = "99001001") @QueryParam("space")
                    String space,
            @Parameter(description = "Only of this field of action", example = "elderly") @QueryParam("field")
                    String field,
            @Parameter(description = "Only in this state", example = "RELEASED") @QueryParam("state")
                    ObservationState state,
            @BeanParam PageRequest page) {
        long before = page.after(1).stream()
                .findFirst()
                .map(ObservationResource::number)
                .orElse(Long.MAX_VALUE);
        Page<ObservationService.Placed> found = Page.of(
                service.page(new ObservationRepository.Filter(space, field, state), before, page.limit() + 1),
                page.limit(),
                placed -> List.of(Long.toString(placed.number())));
        return new Page<>(
                found.items().stream().map(ObservationService.Placed::view).toList(), found.next());
    }

    private static Long number(String cursor) {
        try {
            return Long.valueOf(cursor);
        } catch (NumberFormatException malformed) {
            throw Invalid.parameter("cursor", cursor, "page.cursor-malformed");
        }
    }

    /** Reads an observation. */
    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "readObservation", summary = "Read an observation")
    public ObservationView read(@Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id) {
        return service.find(id);
    }

    /** Releases an observation. */
    @POST
    @Path("{id}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "releaseObservation",
            summary = "Release an observation",
            description =
                    "By somebody other than its submitter, in the own area; where the check for names warns, it has"
                            + " to be confirmed that nobody is named")
    @APIResponse(
            responseCode = "200",
            description = "Released",
            content = @Content(schema = @Schema(implementation = ObservationView.class)))
    public Response release(
            @Context HttpHeaders headers,
            @Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id,
            @NotNull @Valid Release release) {
        return answer(headers, List.of(id, release.namesNobody()), () -> service.release(id, release.namesNobody()));
    }

    /** Refuses an observation. */
    @POST
    @Path("{id}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "refuseObservation",
            summary = "Refuse an observation",
            description = "By somebody other than its submitter, in the own area; the reason is told to the submitter")
    @APIResponse(
            responseCode = "200",
            description = "Refused",
            content = @Content(schema = @Schema(implementation = ObservationView.class)))
    public Response refuse(
            @Context HttpHeaders headers,
            @Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id,
            @NotNull @Valid Refusal refusal) {
        return answer(headers, List.of(id, refusal.reason()), () -> service.refuse(id, refusal.reason()));
    }

    /** Takes an observation back. */
    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed({Roles.SUPPLIER, Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "withdrawObservation",
            summary = "Withdraw an observation",
            description = "By its submitter's side, released or not")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = ObservationView.class)))
    public Response withdraw(
            @Context HttpHeaders headers, @Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id) {
        return answer(headers, List.of(id, "withdrawal"), () -> service.withdraw(id));
    }

    private Response answer(HttpHeaders headers, List<Object> parts, Supplier<ObservationView> work) {
        return idempotency.answer(headers, parts, () -> Response.ok(work.get()).build());
    }
}
