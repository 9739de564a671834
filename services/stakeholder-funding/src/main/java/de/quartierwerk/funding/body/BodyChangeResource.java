package de.quartierwerk.funding.body;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Changes of bodies over HTTP. */
@Path("bodies/{code}/changes")
@Tag(name = "Bodies")
@Produces(MediaType.APPLICATION_JSON)
public class BodyChangeResource {

    private static final String CODE = "Code of the body";

    private final BodyChangeService service;
    private final Idempotency idempotency;

    BodyChangeResource(BodyChangeService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    /** All changes of a body. */
    public record BodyChanges(List<BodyChangeResponse> items) {
        /** Copies the list. */
        public BodyChanges {
            items = List.copyOf(items);
        }
    }

    /** Propose a change. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "proposeBodyChange",
            summary = "Propose a change of what a body decides",
            description = "Needs the area *. It counts when a clerk has confirmed it.")
    @APIResponse(
            responseCode = "201",
            description = "Proposed",
            content = @Content(schema = @Schema(implementation = BodyChangeResponse.class)))
    public RestResponse<BodyChangeResponse> propose(
            @PathParam("code") @Parameter(description = CODE, example = "main-committee") String code,
            @NotNull @Valid BodyChangeRequest body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Keys.check("code", code);
        return idempotency.once(headers, List.of(body.toString()), () -> {
            BodyChangeResponse proposed = service.propose(code, body);
            return RestResponse.ResponseBuilder.<BodyChangeResponse>created(uri.getAbsolutePathBuilder()
                            .path(Integer.toString(proposed.number()))
                            .build())
                    .entity(proposed)
                    .build();
        });
    }

    /** Confirm a change. */
    @POST
    @Path("{number}/confirmation")
    @RolesAllowed({Roles.CLERK, Roles.ADMIN})
    @Operation(
            operationId = "confirmBodyChange",
            summary = "Confirm a change of what a body decides",
            description = "By another person than the one who proposed them; from now on they count.")
    @APIResponse(responseCode = "200", description = "Confirmed")
    public BodyChangeResponse confirm(
            @PathParam("code") @Parameter(description = CODE, example = "main-committee") String code,
            @PathParam("number") @Parameter(description = "Number of the change", example = "1") int number) {
        return service.confirm(Keys.check("code", code), number);
    }

    /** The changes of a body. */
    @GET
    @RolesAllowed({Roles.PLANNER, Roles.FUNDING_OFFICER, Roles.CLERK, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "listBodyChanges",
            summary = "List the changes of a body",
            description = "In the order in which they were proposed. Needs the area *.")
    public BodyChanges list(@PathParam("code") @Parameter(description = CODE, example = "main-committee") String code) {
        return new BodyChanges(service.list(Keys.check("code", code)));
    }
}
