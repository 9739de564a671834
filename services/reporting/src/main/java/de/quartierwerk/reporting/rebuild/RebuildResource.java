package de.quartierwerk.reporting.rebuild;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rebuild of the read model. */
@Path("rebuild")
@Tag(name = "Operations", description = "For those who run the service")
class RebuildResource {
    private final Rebuild rebuild;
    private final Idempotency idempotency;

    RebuildResource(Rebuild rebuild, Idempotency idempotency) {
        this.rebuild = rebuild;
        this.idempotency = idempotency;
    }

    /** A rebuild that was asked for. */
    @Schema(name = "RebuildRequested", description = "A rebuild that is done at the next start")
    record Requested(
            @Schema(description = "Since when it is asked for")
            Instant requestedAt) {}

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "requestRebuild",
            summary = "Fill the read model again from the topics",
            description = "At the next start of the service: stop all its instances, then start them. Reports stay.")
    @APIResponse(
            responseCode = "202",
            description = "It is done at the next start",
            content = @Content(schema = @Schema(implementation = Requested.class)))
    public Response request(@Context HttpHeaders headers) {
        return idempotency.answer(
                headers,
                List.of(),
                () -> Response.accepted(new Requested(rebuild.request())).build());
    }
}
