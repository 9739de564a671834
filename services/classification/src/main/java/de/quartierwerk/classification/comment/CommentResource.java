package de.quartierwerk.classification.comment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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

/** Comments on runs. */
@Path("runs/{id}/comments")
@Tag(name = "Comments", description = "What municipalities and departments say of results")
@Produces(MediaType.APPLICATION_JSON)
class CommentResource {
    private static final String RUN = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10";

    private final Comments comments;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    CommentResource(Comments comments, Idempotency idempotency, ObjectMapper json) {
        this.comments = comments;
        this.idempotency = idempotency;
        this.json = json;
    }

    @POST
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.STEWARD, Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "commentRun",
            summary = "Comment on the results of a run",
            description =
                    "By a municipality or a department, on the run as a whole or on a space of the caller's areas. The"
                            + " results do not change.")
    @APIResponse(
            responseCode = "201",
            description = "The comment is kept",
            content = @Content(schema = @Schema(implementation = CommentResponse.class)))
    public RestResponse<CommentResponse> add(
            @Parameter(description = "Id of the run", example = RUN) @PathParam("id") UUID id,
            @Nullable CommentRequest request,
            @Parameter(description = "Makes a repeated call safe", example = "comment-1")
                    @HeaderParam(Idempotency.HEADER)
                    String idempotencyKey,
            @Context HttpHeaders headers)
            throws JsonProcessingException {
        if (request == null) {
            throw Invalid.request("request.body-missing", List.of());
        }
        return idempotency.once(
                headers,
                List.of(json.writeValueAsString(request)),
                () -> RestResponse.status(RestResponse.Status.CREATED, comments.add(id, request)));
    }

    @GET
    @RolesAllowed({
        Roles.PLANNER,
        Roles.MUNICIPAL_PLANNER,
        Roles.STEWARD,
        Roles.FUNDING_OFFICER,
        Roles.CLERK,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(
            operationId = "listComments",
            summary = "List the comments on a run",
            description =
                    "In the order in which they were made: those on the run as a whole and on spaces of own areas.")
    public Page<CommentResponse> list(
            @Parameter(description = "Id of the run", example = RUN) @PathParam("id") UUID id,
            @Parameter(
                            description = "Only those on this space; one that is not in the run answers 404",
                            example = "99001001-01")
                    @QueryParam("space")
                    @Nullable
                    String space,
            @BeanParam PageRequest page) {
        long after = page.after(1, values -> Long.valueOf(values.get(0))).orElse(0L);
        List<CommentResponse> found = comments.list(id, space, after, page.limit() + 1);
        return Page.of(found, page.limit(), comment -> List.of(Long.toString(comment.number())));
    }
}
