package de.quartierwerk.ingestion.release;

import de.quartierwerk.kit.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a release suppresses, over HTTP. */
@Path("releases")
@Tag(name = "Values")
public class DisclosureResource {
    private final DisclosureService service;

    DisclosureResource(DisclosureService service) {
        this.service = service;
    }

    /** What a release suppresses, why, and how well that protects. */
    @GET
    @Path("{id}/disclosure")
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "releaseDisclosure",
            summary = "Read what a release suppresses and why",
            description = "For stewards, in their areas: primary and secondary suppressions with their reasons, what is"
                    + " lost, how wide an interval is left for each small count, and how near the fewest suppressions the"
                    + " search came")
    public DisclosureResponse find(@PathParam("id") @Parameter(description = "Id of the release") UUID id) {
        return service.find(id);
    }
}
