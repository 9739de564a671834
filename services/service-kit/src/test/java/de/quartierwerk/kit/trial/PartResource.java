package de.quartierwerk.kit.trial;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A second resource under the paths of the first, as services have them. */
@Path("things/{key}/parts")
@Tag(name = "Things", description = "Things")
@Produces(MediaType.APPLICATION_JSON)
class PartResource {

    @GET
    @PermitAll
    @Operation(operationId = "listParts", summary = "List the parts of a thing")
    public List<Thing.Part> list(@PathParam("key") @Parameter(description = "Its key", example = "a") String key) {
        return List.of(new Thing.Part(3, key));
    }

    @DELETE
    @Path("{number}")
    @PermitAll
    @Operation(operationId = "removePart", summary = "Remove a part of a thing")
    public void remove(
            @PathParam("key") @Parameter(description = "Its key", example = "a") String key,
            @PathParam("number") @Parameter(description = "Its number", example = "1") int number) {
        // nothing is kept
    }
}
