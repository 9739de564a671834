package de.quartierwerk.funding.budget;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.Keys;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Changes of budget lines over HTTP. */
@Path("budget-lines/{code}/authorisations")
@Tag(name = "Budget lines")
@Produces(MediaType.APPLICATION_JSON)
public class AuthorisationResource {

    private static final String CODE = "Code of the line";

    private final AuthorisationService service;
    private final ReversalService reversals;
    private final Idempotency idempotency;

    AuthorisationResource(AuthorisationService service, ReversalService reversals, Idempotency idempotency) {
        this.service = service;
        this.reversals = reversals;
        this.idempotency = idempotency;
    }

    /** All changes of a line. */
    public record Authorisations(List<AuthorisationResponse> items) {
        /** Copies the list. */
        public Authorisations {
            items = List.copyOf(items);
        }
    }

    /** Propose a change. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "proposeAuthorisation",
            summary = "Propose a change of a line's year",
            description =
                    "Supplementary, above or outside of the plan, carried over, transferred, blocked or unblocked."
                            + " Money moves when another person confirms it. Needs the area *.")
    @APIResponse(
            responseCode = "201",
            description = "Proposed",
            content = @Content(schema = @Schema(implementation = AuthorisationResponse.class)))
    public RestResponse<AuthorisationResponse> propose(
            @PathParam("code") @Parameter(description = CODE, example = "wohlfahrt") String code,
            @NotNull @Valid AuthorisationRequest body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Keys.check("code", code);
        return idempotency.once(headers, List.of(body.toString()), () -> {
            AuthorisationResponse proposed = service.propose(code, body);
            return RestResponse.ResponseBuilder.<AuthorisationResponse>created(uri.getAbsolutePathBuilder()
                            .path(proposed.id().toString())
                            .build())
                    .entity(proposed)
                    .build();
        });
    }

    /** Confirm a change. */
    @POST
    @Path("{id}/confirmation")
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.CLERK, Roles.ADMIN})
    @Operation(
            operationId = "confirmAuthorisation",
            summary = "Confirm a change of a line's year",
            description = "By another person than the one who proposed it; from now on the money is there.")
    @APIResponse(responseCode = "200", description = "Confirmed")
    public AuthorisationResponse confirm(
            @PathParam("code") @Parameter(description = CODE, example = "wohlfahrt") String code,
            @PathParam("id") @Parameter(description = "Id of the change") UUID id) {
        return service.confirm(Keys.check("code", code), id);
    }

    /** Propose to reverse a change. */
    @POST
    @Path("{id}/reversal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "proposeReversal",
            summary = "Propose to reverse a change of a line's year",
            description = "Of a change that was confirmed by mistake; needs the area *.")
    @APIResponse(responseCode = "200", description = "Proposed")
    public AuthorisationResponse reverse(
            @PathParam("code") @Parameter(description = CODE, example = "wohlfahrt") String code,
            @PathParam("id") @Parameter(description = "Id of the change") UUID id,
            @NotNull @Valid ReversalRequest body) {
        return reversals.propose(Keys.check("code", code), id, body);
    }

    /** Confirm that a change is reversed. */
    @POST
    @Path("{id}/reversal/confirmation")
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.CLERK, Roles.ADMIN})
    @Operation(
            operationId = "confirmReversal",
            summary = "Confirm that a change of a line's year is reversed",
            description =
                    "By another person than the one who proposed it, and once; an entry that names the first moves"
                            + " the money back.")
    @APIResponse(responseCode = "200", description = "Reversed")
    public AuthorisationResponse confirmReversal(
            @PathParam("code") @Parameter(description = CODE, example = "wohlfahrt") String code,
            @PathParam("id") @Parameter(description = "Id of the change") UUID id) {
        return reversals.confirm(Keys.check("code", code), id);
    }

    /** The changes of a line. */
    @GET
    @RolesAllowed({Roles.PLANNER, Roles.FUNDING_OFFICER, Roles.CLERK, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "listAuthorisations",
            summary = "List the changes of a line",
            description = "In the order in which they were proposed. Needs the area *.")
    public Authorisations list(@PathParam("code") @Parameter(description = CODE, example = "wohlfahrt") String code) {
        return new Authorisations(service.list(Keys.check("code", code)));
    }
}
