package de.quartierwerk.classification.need;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.outbox.Outbox;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Idempotency;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Needs that people state. */
@Path("runs/{id}/needs")
@Tag(name = "Needs", description = "Needs for action of qualitative or municipal origin")
@Produces(MediaType.APPLICATION_JSON)
class StatedNeedResource {
    private final StatedNeeds needs;
    private final FieldsOfAction fields;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    StatedNeedResource(
            StatedNeeds needs, FieldsOfAction fields, Outbox outbox, Idempotency idempotency, ObjectMapper json) {
        this.needs = needs;
        this.fields = fields;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.json = json;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listFieldsOfAction",
            summary = "List the fields of action with their municipalities",
            description =
                    "Found by rules or stated by people, over the spaces that the caller sees, in the scheme's order.")
    public List<FieldOfActionResponse> list(
            @Parameter(description = "Id of the run", example = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10") @PathParam("id")
                    UUID id) {
        return fields.of(id);
    }

    @POST
    @RolesAllowed({Roles.PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "stateNeed",
            summary = "Add a need that people stated",
            description =
                    "Beside the figures: knowledge of professionals, volunteers and municipalities. Answers mark it as"
                            + " such; the run's own results do not change.")
    @APIResponse(
            responseCode = "201",
            description = "The need is added",
            content = @Content(schema = @Schema(implementation = StatedNeedResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "It had been stated before",
            content = @Content(schema = @Schema(implementation = StatedNeedResponse.class)))
    public RestResponse<StatedNeedResponse> add(
            @Parameter(description = "Id of the run", example = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10") @PathParam("id")
                    UUID id,
            @Nullable StatedNeedRequest request,
            @Parameter(description = "Makes a repeated call safe", example = "need-1") @HeaderParam(Idempotency.HEADER)
                    String idempotencyKey,
            @Context HttpHeaders headers)
            throws JsonProcessingException {
        if (request == null) {
            throw Invalid.request("request.body-missing", List.of());
        }
        AtomicLong event = new AtomicLong(-1);
        RestResponse<StatedNeedResponse> response =
                idempotency.once(headers, List.of(json.writeValueAsString(request)), () -> {
                    StatedNeeds.Added added = needs.add(id, request);
                    added.event().ifPresent(event::set);
                    return RestResponse.status(
                            added.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, added.need());
                });
        if (event.get() >= 0) {
            outbox.awaitSent(event.get());
        }
        return response;
    }
}
