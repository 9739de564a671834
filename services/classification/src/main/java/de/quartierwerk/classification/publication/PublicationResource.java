package de.quartierwerk.classification.publication;

import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.classification.run.read.RunResponse;
import de.quartierwerk.classification.run.read.RunResponses;
import de.quartierwerk.kit.bulk.BulkPublisher;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Unavailable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Publication of runs. */
@Path("runs/{id}/publication")
@Tag(name = "Runs", description = "A scheme over the spaces and values known at an instant")
@Produces(MediaType.APPLICATION_JSON)
class PublicationResource {
    private final Publications publications;
    private final BulkPublisher publisher;
    private final Runs runs;
    private final RunResponses responses;

    PublicationResource(Publications publications, BulkPublisher publisher, Runs runs, RunResponses responses) {
        this.publications = publications;
        this.publisher = publisher;
        this.runs = runs;
        this.responses = responses;
    }

    @POST
    @RolesAllowed({Roles.PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "publishRun",
            summary = "Publish a run",
            description =
                    "To be called after the results were fed back. Published runs reach the other services and can be"
                            + " read by everybody.")
    @APIResponse(
            responseCode = "200",
            description = "The run is published",
            content = @Content(schema = @Schema(implementation = RunResponse.class)))
    @APIResponse(
            responseCode = "202",
            description =
                    "The run is being published; its `standing` turns `published` when the broker has acknowledged all of it",
            content = @Content(schema = @Schema(implementation = RunResponse.class)))
    public RestResponse<RunResponse> publish(
            @Parameter(description = "Id of the run", example = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10") @PathParam("id")
                    UUID id,
            @Nullable PublicationRequest request) {
        publications.start(id, request == null ? new PublicationRequest(null, List.of()) : request);
        try {
            publisher.await(id);
        } catch (Unavailable e) {
            return answer(RestResponse.Status.ACCEPTED, id);
        }
        return answer(RestResponse.Status.OK, id);
    }

    private RestResponse<RunResponse> answer(RestResponse.Status status, UUID id) {
        return RestResponse.status(status, responses.of(runs.get(id)));
    }
}
