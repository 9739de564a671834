package de.quartierwerk.classification.run.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.classification.run.read.RunResponse;
import de.quartierwerk.classification.run.read.RunResponses;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.limit.Demanding;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Starting runs. */
@Path("runs")
@Tag(name = "Runs", description = "A scheme over the spaces and values known at an instant")
@Produces(MediaType.APPLICATION_JSON)
class RunStartResource {
    private final RunStart start;
    private final RunResponses responses;
    private final Settling settling;
    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final Caller caller;

    RunStartResource(
            RunStart start,
            RunResponses responses,
            Settling settling,
            Idempotency idempotency,
            ObjectMapper json,
            Caller caller) {
        this.start = start;
        this.responses = responses;
        this.settling = settling;
        this.idempotency = idempotency;
        this.json = json;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Demanding
    @Operation(
            operationId = "startRun",
            summary = "Start a run",
            description =
                    "Works on what other services have accepted up to this call. For each indicator it uses the value "
                            + "whose reference date lies in the period, the latest if there are several; it belongs to "
                            + "the space that had the key on that date. Where suppressed values take part, the run is on "
                            + "exact values only for stewards or over spaces that nobody chose: without exclusions, "
                            + "without an area below a root, and with every space of the level that has a value in the "
                            + "period. So it is best to leave `asOf` out, or to name the reference date of the period.")
    @APIResponse(
            responseCode = "202",
            description = "The run is started",
            headers = @Header(name = "Location", description = "The run", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = RunResponse.class)))
    public RestResponse<RunResponse> start(
            @Nullable RunRequest request,
            @Parameter(description = "Makes a repeated call safe", example = "run-2013-1")
                    @HeaderParam(Idempotency.HEADER)
                    @Nullable
                    String idempotencyKey,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws JsonProcessingException {
        if (request == null) {
            throw Invalid.request("request.body-missing", List.of());
        }
        if (request.area() == null && request.repeatOf() == null) {
            caller.requireEverywhere();
        }
        settling.catchUp(Topics.SOCIAL_SPACE, Topics.INDICATOR, Topics.VALUE_PROTECTED);
        return idempotency.once(headers, List.of(json.writeValueAsString(request)), () -> {
            RunResponse run = responses.of(start.start(request));
            return RestResponse.ResponseBuilder.<RunResponse>create(RestResponse.Status.ACCEPTED)
                    .entity(run)
                    .location(uri.getAbsolutePathBuilder()
                            .path(run.id().toString())
                            .build())
                    .build();
        });
    }
}
