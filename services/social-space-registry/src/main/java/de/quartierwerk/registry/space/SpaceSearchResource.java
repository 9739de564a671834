package de.quartierwerk.registry.space;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.registry.validity.Days;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Spaces by areas, over HTTP. */
@Path("spaces")
@Tag(name = "Spaces")
public class SpaceSearchResource {
    private final SpaceSearch search;
    private final Clock clock;

    SpaceSearchResource(SpaceSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /** Finds spaces by an area. */
    @POST
    @Path("search")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "searchSpaces",
            summary = "Find spaces by an area",
            description = "In the order of their keys, with what they have in common with the area. Changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "A page of spaces",
            content = @Content(schema = @Schema(implementation = SharePage.class)))
    @APIResponse(responseCode = "404", description = "The registry knows no such level")
    public Page<SpaceShare> search(@Valid @NotNull SearchRequest request, @BeanParam PageRequest page) {
        return search.search(request, LocalDate.now(clock), after(page), page.limit());
    }

    /** Tells which spaces a space overlaps. */
    @GET
    @Path("{key}/overlaps")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listOverlaps",
            summary = "List the spaces that a space overlaps",
            description = "From a square metre on, in the order of their keys; of all levels where none is named.")
    @APIResponse(
            responseCode = "200",
            description = "A page of spaces",
            content = @Content(schema = @Schema(implementation = SharePage.class)))
    @APIResponse(responseCode = "404", description = "The registry knows no such space or level")
    @APIResponse(responseCode = "409", description = "The space has no boundary")
    public Page<SpaceShare> overlaps(
            @PathParam("key") @Parameter(description = "Key of the space", example = "01011101") String key,
            @QueryParam("level") @Parameter(description = "Code of the level", example = "district") @Nullable
                    String level,
            @QueryParam("asOf") @Parameter(description = "Day; today when left out", example = "2020-12-31") @Nullable
                    LocalDate asOf,
            @BeanParam PageRequest page) {
        return search.overlaps(
                Keys.check("key", key),
                level == null ? null : Keys.check("level", level),
                asOf == null ? LocalDate.now(clock) : Days.check("asOf", asOf),
                after(page),
                page.limit());
    }

    private static String after(PageRequest page) {
        return page.after(1, values -> values.get(0)).orElse("");
    }

    /** Shape of the JSON list, for the API's document. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SpaceSharePage")
    record SharePage(
            List<SpaceShare> items,

            @Schema(description = "Cursor of the next page; absent at the end", examples = "WyIwMTAxMTEwMSJd") @Nullable
            String next) {}
}
