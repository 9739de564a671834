package de.quartierwerk.classification.publication;

import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.RunAnswer;
import de.quartierwerk.classification.run.RunAnswers;
import de.quartierwerk.classification.run.Runs;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Publication of runs. */
@Path("runs/{id}/publication")
@Tag(name = "Runs", description = "A scheme over the spaces and values known at an instant")
@Produces(MediaType.APPLICATION_JSON)
class PublicationResource {
    private final Publications publications;
    private final BulkPublisher publisher;
    private final Runs runs;
    private final RunAnswers answers;

    PublicationResource(Publications publications, BulkPublisher publisher, Runs runs, RunAnswers answers) {
        this.publications = publications;
        this.publisher = publisher;
        this.runs = runs;
        this.answers = answers;
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
            content = @Content(schema = @Schema(implementation = RunAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "The run is being published; its `standing` turns `published` when all of it has been told",
            content = @Content(schema = @Schema(implementation = RunAnswer.class)))
    public Response publish(
            @Parameter(description = "Id of the run", example = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10") @PathParam("id")
                    UUID id,
            PublicationBody body) {
        publications.start(id, body == null ? new PublicationBody(null, List.of()) : body);
        try {
            publisher.await(id);
        } catch (Unavailable e) {
            return answer(Response.Status.ACCEPTED, id);
        }
        return answer(Response.Status.OK, id);
    }

    private Response answer(Response.Status status, UUID id) {
        Run run = runs.get(id);
        return Response.status(status).entity(answers.of(run)).build();
    }
}
