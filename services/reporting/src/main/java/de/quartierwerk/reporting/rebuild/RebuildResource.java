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
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The rebuild of the read model. */
@Path("rebuild")
@Tag(name = "Operations", description = "For those who run the service")
class RebuildResource {
    private final RebuildService rebuild;
    private final Idempotency idempotency;

    RebuildResource(RebuildService rebuild, Idempotency idempotency) {
        this.rebuild = rebuild;
        this.idempotency = idempotency;
    }

    /** A rebuild that waits for the next start. */
    @Schema(description = "A rebuild that waits for the next start")
    record RebuildResponse(
            @Schema(description = "When it was requested") Instant requestedAt) {}

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "requestRebuild",
            summary = "Fill the read model again from the topics",
            description =
                    "Done at the next start of the service: stop all its instances, then start them. Reports stay.")
    @APIResponseSchema(
            value = RebuildResponse.class,
            responseCode = "202",
            responseDescription = "The service does it at its next start")
    public RestResponse<RebuildResponse> request(@Context HttpHeaders headers) {
        return idempotency.once(
                headers,
                List.of(),
                () -> RestResponse.ResponseBuilder.create(
                                RestResponse.Status.ACCEPTED, new RebuildResponse(rebuild.request()))
                        .build());
    }
}
