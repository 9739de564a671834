package de.quartierwerk.ingestion.delivery.expectation;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Expectations over HTTP. */
@Path("expectations")
@Tag(name = "Deliveries", description = "What is expected by when, and what is there (Lieferstand)")
@Produces(MediaType.APPLICATION_JSON)
public class ExpectationResource {
    private static final String CODE = "Code of the expectation";
    private static final String EXAMPLE = "day-care-2024";

    private final ExpectationService service;

    ExpectationResource(ExpectationService service) {
        this.service = service;
    }

    /** Writes an expectation. */
    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "writeExpectation",
            summary = "Expect a delivery",
            description = "Creates the expectation (201) or changes it (200); one without an area needs the whole"
                    + " installation")
    @APIResponse(
            responseCode = "200",
            description = "The expectation as it is now",
            content = @Content(schema = @Schema(implementation = ExpectationView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ExpectationView.class)))
    public Response write(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @NotNull @Valid Expectation expectation) {
        ExpectationService.Written written = service.write(Keys.check("code", code), expectation);
        Response.ResponseBuilder answer =
                written.created() ? Response.created(URI.create("expectations/" + code)) : Response.ok();
        return answer.entity(written.expectation()).build();
    }

    /** Removes an expectation. */
    @DELETE
    @Path("{code}")
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Operation(operationId = "deleteExpectation", summary = "Delete an expectation")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code) {
        service.delete(code);
    }

    /** Lists expectations. */
    @GET
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "listExpectations",
            summary = "List expected deliveries",
            description = "With their state, in the order of their codes: those of the own organisation; officials also"
                    + " see those of their areas")
    public Page<ExpectationView> list(
            @Parameter(description = "Only of this organisation", example = "verband-a") @QueryParam("organisation")
                    String organisation,
            @BeanParam PageRequest page) {
        return Page.of(
                service.page(
                        organisation,
                        Days.today(),
                        page.after(1).stream().findFirst().orElse(""),
                        page.limit() + 1),
                page.limit(),
                expectation -> List.of(expectation.code()));
    }
}
