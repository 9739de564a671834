package de.quartierwerk.funding.application;

import de.quartierwerk.funding.need.PublishedNeeds;
import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.funding.support.CsvList;
import de.quartierwerk.funding.support.LiveAnswer;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.kit.web.Stored;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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
import org.jboss.resteasy.reactive.RestResponse;

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
    @RolesAllowed({Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "createApplication",
            summary = "Begin an application",
            description = "A draft may be incomplete. The applicant is the caller's organisation; a funding officer"
                    + " records an application on paper with onBehalf and then counts as the applicant.")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = ApplicationResponse.class)))
    public RestResponse<ApplicationResponse> create(
            @NotNull @Valid ApplicationContent body, @Context HttpHeaders headers, @Context UriInfo uri) {
        spaces.requireKnown("/spaces", body.spaces());
        needs.settle();
        return idempotency.once(headers, List.of(body.toString()), () -> {
            Stored<ApplicationResponse> stored = service.create(body);
            return stored.toCreated(uri.getAbsolutePathBuilder()
                    .path(stored.value().id().toString())
                    .build());
        });
    }

    /** Changes a draft. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(operationId = "putApplication", summary = "Change a draft", description = "The applicant stays.")
    @APIResponse(responseCode = "200", description = "The draft")
    public RestResponse<ApplicationResponse> put(
            @PathParam("id") @Parameter(description = "Id of the application") UUID id,
            @NotNull @Valid ApplicationContent body,
            @BeanParam IfMatch ifMatch) {
        spaces.requireKnown("/spaces", body.spaces());
        return service.edit(id, body, ifMatch).toResponse();
    }

    /** Deletes a draft. */
    @DELETE
    @Path("{id}")
    @RolesAllowed({Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "deleteApplication",
            summary = "Delete a draft",
            description = "What was handed in once is not deleted but withdrawn.")
    @APIResponse(responseCode = "204", description = "It is deleted")
    public void delete(
            @PathParam("id") @Parameter(description = "Id of the application") UUID id, @BeanParam IfMatch ifMatch) {
        service.delete(id, ifMatch);
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
    @APIResponse(responseCode = "200", description = "The application")
    public RestResponse<ApplicationResponse> get(
            @PathParam("id") @Parameter(description = "Id of the application") UUID id) {
        return LiveAnswer.of(service.get(id));
    }

    /** The applications that concern the caller. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listApplications",
            summary = "List applications",
            description = "Those of the caller's areas or organisation; for everybody else the decided grants. The"
                    + " newest come first.")
    public Page<ApplicationResponse> list(@BeanParam ApplicationQuery query, @BeanParam PageRequest page) {
        Place before = page.after(2, Place::of).orElse(Place.START);
        return Page.of(
                read(query, before, page.limit() + 1),
                page.limit(),
                last -> Place.of(last).cursor());
    }

    /** The same as a table; all of it where no page is asked for. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    public StreamingOutput table(@BeanParam ApplicationQuery query, @BeanParam PageRequest page, @Context UriInfo uri) {
        return CsvList.isPage(uri)
                ? ApplicationTable.TABLE.page(list(query, page))
                : ApplicationTable.TABLE.whole(
                        (last, limit) -> read(query, last == null ? Place.START : Place.of(last), limit));
    }

    /** A page of the list; where it is empty, unknown codes in the filter are refused. */
    private List<ApplicationResponse> read(ApplicationQuery query, Place before, int limit) {
        List<ApplicationResponse> found = service.list(query.filter(), before, limit);
        if (found.isEmpty()) {
            service.requireFilter(query);
        }
        return found;
    }
}
