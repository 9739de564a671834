package de.quartierwerk.kit.republication;

import de.quartierwerk.kit.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Everything once more, over HTTP. */
@Path("republication")
@Tag(name = "Operations", description = "For those who run the service")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public class RepublicationResource {
    private final RepublicationService republications;

    RepublicationResource(RepublicationService republications) {
        this.republications = republications;
    }

    /** Starts one; answers when it is noted, not when it is done. */
    @POST
    @Operation(
            operationId = "republish",
            summary = "Tell everything once more",
            description = "Sends all that the service holds as the usual events, with the versions that it has. Who has"
                    + " it skips it; who was emptied becomes complete. Needs the area `*`.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted; `Location` shows how far it is",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = RepublicationResponse.class)))
    public RestResponse<RepublicationResponse> start(UriInfo uri) {
        RepublicationResponse started = republications.start();
        return ResponseBuilder.<RepublicationResponse>create(RestResponse.Status.ACCEPTED)
                .entity(started)
                .location(uri.getAbsolutePathBuilder()
                        .path(started.id().toString())
                        .build())
                .build();
    }

    /** Answers how far one is, until a week after its end. */
    @GET
    @Path("{id}")
    @Operation(
            operationId = "getRepublication",
            summary = "Read how far a republication is",
            description = "Known until a week after its end.")
    @APIResponse(
            responseCode = "200",
            description = "The republication as it is now",
            content = @Content(schema = @Schema(implementation = RepublicationResponse.class)))
    public RestResponse<RepublicationResponse> get(
            @PathParam("id")
                    @Parameter(
                            description = "Id of the republication",
                            example = "4b1c4f0e-4a9f-4b5e-9a57-0d8a2d0c7d11")
                    UUID id) {
        return ResponseBuilder.ok(republications.get(id))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
