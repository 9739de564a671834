package de.quartierwerk.funding.paper;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Mandates over HTTP. */
@Path("mandates")
@Tag(name = "Papers")
@Produces(MediaType.APPLICATION_JSON)
public class MandateResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final MandateService service;

    MandateResource(MandateService service) {
        this.service = service;
    }

    /** Report back on a mandate. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.CLERK, Roles.ADMIN})
    @Operation(
            operationId = "reportMandate",
            summary = "Report back on a mandate",
            description = "The paper shows the report. Needs If-Match and the area *.")
    @APIResponse(responseCode = "200", description = "The mandate with the report")
    public RestResponse<MandateResponse> report(
            @PathParam("id") @Parameter(description = "Id of the mandate") UUID id,
            @NotNull @Valid MandateReport body,
            @BeanParam IfMatch ifMatch) {
        return service.report(id, body, ifMatch).toResponse();
    }

    /** One mandate. */
    @GET
    @Path("{id}")
    @RolesAllowed({Roles.PLANNER, Roles.FUNDING_OFFICER, Roles.CLERK, Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "getMandate", summary = "Read a mandate", description = "Needs the area *.")
    @APIResponse(responseCode = "200", description = "The mandate")
    public RestResponse<MandateResponse> get(@PathParam("id") @Parameter(description = "Id of the mandate") UUID id) {
        return service.get(id).toResponse();
    }

    /** Mandates in the order in which they are due. */
    @GET
    @RolesAllowed({Roles.PLANNER, Roles.FUNDING_OFFICER, Roles.CLERK, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "listMandates",
            summary = "List mandates",
            description = "In the order in which they are due. Needs the area *.")
    public Page<MandateResponse> list(
            @QueryParam("state")
                    @Parameter(description = "open, done, dropped, or overdue: open after its day", example = "overdue")
                    @Nullable
                    String state,
            @BeanParam PageRequest page) {
        Place after = page.after(2, values -> new Place(LocalDate.parse(values.get(0)), UUID.fromString(values.get(1))))
                .orElse(new Place(LocalDate.EPOCH, FIRST));
        return Page.of(
                service.list(MandateFilter.of(state), after.due(), after.id(), page.limit() + 1),
                page.limit(),
                last -> List.of(last.due().toString(), last.id().toString()));
    }

    private record Place(LocalDate due, UUID id) {}
}
