package de.quartierwerk.funding.application;

import de.quartierwerk.funding.answer.Precondition;
import de.quartierwerk.funding.answer.Stored;
import de.quartierwerk.funding.need.PublishedNeeds;
import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Applications over HTTP: writing and reading them; {@link ApplicationStepResource} takes them further. */
@Path("applications")
@Tag(name = "Applications", description = "Applications and their way to the money and back (Anträge)")
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationResource {

    private final ApplicationService service;
    private final Idempotency idempotency;
    private final Spaces spaces;
    private final PublishedNeeds needs;

    ApplicationResource(ApplicationService service, Idempotency idempotency, Spaces spaces, PublishedNeeds needs) {
        this.service = service;
        this.idempotency = idempotency;
        this.spaces = spaces;
        this.needs = needs;
    }

    /** Begins an application. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUPPLIER, Roles.ADMIN})
    @Operation(
            operationId = "createApplication",
            summary = "Begin an application",
            description = "A draft may be incomplete. The applicant is the caller's organisation.")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response create(
            @NotNull @Valid ApplicationContent body, @Context HttpHeaders headers, @Context UriInfo uri) {
        spaces.requireKnown("/spaces", body.spaces());
        needs.settle();
        return idempotency.answer(headers, List.of(body.toString()), () -> {
            Stored<ApplicationView> stored = service.create(body);
            return stored.toCreated(uri.getAbsolutePathBuilder()
                    .path(stored.value().id().toString())
                    .build());
        });
    }

    /** Changes a draft. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUPPLIER, Roles.ADMIN})
    @Operation(operationId = "putApplication", summary = "Change a draft", description = "The applicant stays.")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response put(
            @PathParam("id") @Parameter(description = "Id of the application") UUID id,
            @NotNull @Valid ApplicationContent body,
            @BeanParam Precondition precondition) {
        spaces.requireKnown("/spaces", body.spaces());
        return service.edit(id, body, precondition).toResponse();
    }

    /** One application. */
    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "getApplication",
            summary = "Read an application",
            description = "In full to its applicant and to the administration within its areas; decided grants in part"
                    + " to everybody.")
    @APIResponse(
            responseCode = "200",
            description = "The application",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Response get(@PathParam("id") @Parameter(description = "Id of the application") UUID id) {
        return service.get(id).toRead(false);
    }

    /** The applications that concern the caller. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listApplications",
            summary = "List applications",
            description = "Those of the caller's areas or organisation; for everybody else the decided grants. The"
                    + " newest come first.")
    public Page<ApplicationView> list(@BeanParam ApplicationQuery query, @BeanParam PageRequest page) {
        List<ApplicationView> found = service.list(query.filter(), Place.of(page.after(2)), page.limit() + 1);
        return Page.of(found, page.limit(), last -> Place.of(last).cursor());
    }

    /** The same as a table. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    public StreamingOutput table(@BeanParam ApplicationQuery query) {
        return ApplicationTable.of(
                (last, limit) -> service.list(query.filter(), last == null ? Place.START : Place.of(last), limit));
    }
}
