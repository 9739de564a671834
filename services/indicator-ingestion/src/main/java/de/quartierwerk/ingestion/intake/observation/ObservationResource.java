package de.quartierwerk.ingestion.intake.observation;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.kit.web.Stored;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

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
     * A release.
     *
     * @param namesNobody that the moderator has looked at the warnings and no person is named
     */
    @Schema(name = "ObservationReleaseRequest", description = "Confirms that no person is named")
    public record ReleaseRequest(
            @Schema(description = "Needed where the check for names warns", examples = "true")
            boolean namesNobody) {}

    /**
     * A refusal.
     *
     * @param reason why
     */
    @Schema(name = "ObservationRefusalRequest", description = "Why an observation is refused")
    public record RefusalRequest(
            @NotBlank @Size(max = 2000) @Schema(examples = "Bitte ohne Namen.")
            String reason) {}

    /** Submits an observation. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUPPLIER, Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "submitObservation",
            summary = "Submit an observation",
            description = "It waits for moderation by somebody else; warnings say what looks like the name of a person."
                    + " Suppliers without areas may report on all spaces, others on those in their areas")
    @APIResponse(
            responseCode = "201",
            description = "Submitted",
            content = @Content(schema = @Schema(implementation = ObservationResponse.class)))
    public RestResponse<ObservationResponse> submit(
            @Context HttpHeaders headers, @NotNull @Valid ObservationRequest observation) {
        return idempotency.once(headers, List.of(observation.toString()), () -> {
            Stored<ObservationResponse> stored = service.submit(observation);
            return stored.toCreated(URI.create("observations/" + stored.value().id()));
        });
    }

    /** Lists observations. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listObservations",
            summary = "List observations",
            description = "Newest first: released ones for everybody; one's own and, for moderators, those of their"
                    + " areas in every state")
    public Page<ObservationResponse> list(
            @Parameter(description = "Only of this space and all within it", example = "99001001")
                    @QueryParam("space")
                    @Nullable
                    String space,
            @Parameter(description = "Only of this field of action", example = "elderly") @QueryParam("field") @Nullable
                    String field,
            @Parameter(description = "Only in this state", example = "RELEASED") @QueryParam("state") @Nullable
                    ObservationState state,
            @BeanParam PageRequest page) {
        long before = page.after(1, values -> Long.valueOf(values.get(0))).orElse(Long.MAX_VALUE);
        return service.page(new ObservationRepository.Filter(space, field, state), before, page.limit());
    }

    /** Reads an observation. */
    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "readObservation", summary = "Read an observation")
    public RestResponse<ObservationResponse> read(
            @Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id) {
        ObservationResponse found = service.find(id);
        return new Stored<>(found, found.version(), false).toResponse();
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
                    "By somebody other than its submitter, in an area of their own; where the check for names warns,"
                            + " the moderator has to confirm that nobody is named")
    @APIResponse(responseCode = "200", description = "Released")
    public RestResponse<ObservationResponse> release(
            @Context HttpHeaders headers,
            @Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id,
            @NotNull @Valid ReleaseRequest release,
            @BeanParam IfMatch ifMatch) {
        return once(
                headers, List.of(id, release.namesNobody()), () -> service.release(id, release.namesNobody(), ifMatch));
    }

    /** Refuses an observation. */
    @POST
    @Path("{id}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "refuseObservation",
            summary = "Refuse an observation",
            description =
                    "By somebody other than its submitter, in an area of their own; the submitter reads the reason")
    @APIResponse(responseCode = "200", description = "Refused")
    public RestResponse<ObservationResponse> refuse(
            @Context HttpHeaders headers,
            @Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id,
            @NotNull @Valid RefusalRequest refusal,
            @BeanParam IfMatch ifMatch) {
        return once(headers, List.of(id, refusal.reason()), () -> service.refuse(id, refusal.reason(), ifMatch));
    }

    /** Withdraws an observation. */
    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed({Roles.SUPPLIER, Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "withdrawObservation",
            summary = "Withdraw an observation",
            description = "By its submitter's side, released or not")
    @APIResponse(responseCode = "200", description = "Withdrawn")
    public RestResponse<ObservationResponse> withdraw(
            @Context HttpHeaders headers,
            @Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id,
            @BeanParam IfMatch ifMatch) {
        return once(headers, List.of(id, "withdrawal"), () -> service.withdraw(id, ifMatch));
    }

    private RestResponse<ObservationResponse> once(
            HttpHeaders headers, List<Object> parts, Supplier<Stored<ObservationResponse>> work) {
        return idempotency.once(headers, parts, () -> work.get().toResponse());
    }
}
