package de.quartierwerk.ingestion.delivery.inventory;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.kit.web.Stored;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The inventory over HTTP. */
@Path("inventory")
@Tag(name = "Inventory", description = "Data that exist in house or are missing (Datenbestand)")
@Produces(MediaType.APPLICATION_JSON)
public class InventoryResource {
    private static final String CODE = "Code of the entry";
    private static final String EXAMPLE = "school-entry";

    private final InventoryService service;

    InventoryResource(InventoryService service) {
        this.service = service;
    }

    /** Writes an entry. */
    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "writeInventoryEntry",
            summary = "Write an entry of the inventory",
            description = "Creates it (201) or changes it (200). An entry without an area needs the whole installation")
    @APIResponse(
            responseCode = "200",
            description = "The entry as it is now",
            content = @Content(schema = @Schema(implementation = InventoryEntryResponse.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = InventoryEntryResponse.class)))
    public RestResponse<InventoryEntryResponse> write(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @NotNull @Valid InventoryEntryRequest entry,
            @BeanParam IfMatch ifMatch,
            @Context UriInfo uri) {
        return service.write(Keys.check("code", code), entry.data(), ifMatch).toResponse(uri);
    }

    /** Reads an entry. */
    @GET
    @Path("{code}")
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Operation(operationId = "readInventoryEntry", summary = "Read an entry of the inventory")
    public RestResponse<InventoryEntryResponse> read(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code) {
        InventoryEntryResponse found = service.find(code);
        return new Stored<>(found, found.version(), false).toResponse();
    }

    /** Removes an entry. */
    @DELETE
    @Path("{code}")
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Operation(operationId = "deleteInventoryEntry", summary = "Delete an entry of the inventory")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @BeanParam IfMatch ifMatch) {
        service.delete(code, ifMatch);
    }

    /** Lists the inventory. */
    @GET
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "listInventory",
            summary = "List the inventory",
            description = "Entries of the whole installation and of the caller's areas, in the order of their codes,"
                    + " as JSON or, all at once, as CSV")
    public Page<InventoryEntryResponse> list(
            @Parameter(description = "Only data whose delivery is so far", example = "missing")
                    @QueryParam("state")
                    @Nullable
                    DeliveryState state,
            @Parameter(description = "Only data that this indicator needs", example = "school-entry-examined")
                    @QueryParam("indicator")
                    @Nullable
                    String indicator,
            @BeanParam PageRequest page) {
        String after = page.after(1, values -> values.get(0)).orElse("");
        return Page.of(
                service.page(state, indicator, after, page.limit() + 1), page.limit(), entry -> List.of(entry.code()));
    }

    /** Lists the inventory as a table. */
    @GET
    @Produces(CsvAnswer.MEDIA_TYPE)
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Operation(hidden = true)
    public StreamingOutput table(
            @QueryParam("state") @Nullable DeliveryState state, @QueryParam("indicator") @Nullable String indicator) {
        List<List<Object>> rows = service.page(state, indicator, "", Integer.MAX_VALUE).stream()
                .map(InventoryResource::row)
                .toList();
        return CsvAnswer.of(
                List.of(
                        "code",
                        "title",
                        "holder",
                        "granularity",
                        "periodicity",
                        "firstPeriod",
                        "lastPeriod",
                        "legalBasis",
                        "state",
                        "area",
                        "indicators",
                        "contact",
                        "note"),
                rows);
    }

    private static List<Object> row(InventoryEntryResponse stored) {
        DataHolding e = stored.data();
        return Arrays.asList(
                CsvAnswer.code(stored.code()),
                e.title(),
                e.holder(),
                e.granularity(),
                e.periodicity(),
                e.firstPeriod(),
                e.lastPeriod(),
                e.legalBasis(),
                e.state().toString(),
                CsvAnswer.code(e.area()),
                String.join(",", e.indicators()),
                e.contact(),
                e.note());
    }
}
