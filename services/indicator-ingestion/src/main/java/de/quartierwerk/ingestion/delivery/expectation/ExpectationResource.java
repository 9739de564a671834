package de.quartierwerk.ingestion.delivery.expectation;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.IfMatch;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

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
            content = @Content(schema = @Schema(implementation = ExpectationResponse.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ExpectationResponse.class)))
    public RestResponse<ExpectationResponse> write(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @NotNull @Valid ExpectationRequest expectation,
            @BeanParam IfMatch ifMatch,
            @Context UriInfo uri) {
        return service.write(Keys.check("code", code), expectation.delivery(), ifMatch)
                .toResponse(uri);
    }

    /** Reads an expectation. */
    @GET
    @Path("{code}")
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "readExpectation",
            summary = "Read an expected delivery",
            description = "With its state; one of the own organisation, or for officials one of their areas")
    public RestResponse<ExpectationResponse> read(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code) {
        ExpectationResponse found = service.find(code);
        // not to be stored: state and counts change without a new version
        return RestResponse.ResponseBuilder.ok(found)
                .tag(IfMatch.tag(found.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Removes an expectation. */
    @DELETE
    @Path("{code}")
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Operation(operationId = "deleteExpectation", summary = "Delete an expectation")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @BeanParam IfMatch ifMatch) {
        service.delete(code, ifMatch);
    }

    /** Lists expectations. */
    @GET
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "listExpectations",
            summary = "List expected deliveries",
            description = "With their state, in the order of their codes: those of the own organisation; officials also"
                    + " see those of their areas")
    public Page<ExpectationResponse> list(
            @Parameter(description = "Only of this organisation", example = "verband-a")
                    @QueryParam("organisation")
                    @Nullable
                    String organisation,
            @BeanParam PageRequest page) {
        String after = page.after(1, values -> values.get(0)).orElse("");
        return Page.of(
                service.page(organisation, after, page.limit() + 1),
                page.limit(),
                expectation -> List.of(expectation.code()));
    }
}
