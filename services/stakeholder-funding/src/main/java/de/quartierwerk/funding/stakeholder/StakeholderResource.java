package de.quartierwerk.funding.stakeholder;

import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.funding.support.CsvList;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.outbox.RequestEvents;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.kit.web.Stored;
import jakarta.annotation.security.PermitAll;
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

/** Actors over HTTP. */
@Path("stakeholders")
@Tag(name = "Stakeholders", description = "Actors of social planning (Akteure, Träger)")
@Produces(MediaType.APPLICATION_JSON)
public class StakeholderResource {

    private static final CsvList<StakeholderResponse> TABLE = new CsvList<>(
            List.of("key", "name", "kind", "description", "website", "spaces", "published"), StakeholderResource::row);

    private final StakeholderService service;
    private final Spaces spaces;
    private final RequestEvents events;

    StakeholderResource(StakeholderService service, Spaces spaces, RequestEvents events) {
        this.service = service;
        this.spaces = spaces;
        this.events = events;
    }

    /** Creates or changes an actor. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{key}")
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "putStakeholder",
            summary = "Create or change an actor",
            description = "A change needs If-Match. Suppliers write their own organisation only, municipal planners"
                    + " actors that work within their areas; an actor without spaces works everywhere and needs the"
                    + " area *.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = StakeholderResponse.class)))
    @APIResponse(responseCode = "200", description = "Changed, or already as sent")
    public RestResponse<StakeholderResponse> put(
            @PathParam("key") @Parameter(description = "Key of the actor", example = "verband-a") String key,
            @NotNull @Valid StakeholderRequest body,
            @BeanParam IfMatch ifMatch,
            @Context UriInfo uri) {
        Keys.check("key", key);
        spaces.requireKnown("/spaces", body.spaces());
        Stored<StakeholderResponse> stored = service.put(key, body, ifMatch);
        events.awaitSent();
        return stored.toResponse(uri);
    }

    /** One actor. */
    @GET
    @Path("{key}")
    @PermitAll
    @Operation(
            operationId = "getStakeholder",
            summary = "Read an actor",
            description = "Everybody sees published actors.")
    @APIResponse(responseCode = "200", description = "The actor")
    public RestResponse<StakeholderResponse> get(
            @PathParam("key") @Parameter(description = "Key of the actor", example = "verband-a") String key) {
        return service.get(key).toResponse();
    }

    /** The actors that the caller may see. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listStakeholders",
            summary = "List actors",
            description = "Everybody sees published actors. The list is in the order of the keys.")
    public Page<StakeholderResponse> list(@BeanParam StakeholderQuery query, @BeanParam PageRequest page) {
        String after = page.after(1, values -> values.get(0)).orElse("");
        return Page.of(read(query, after, page.limit() + 1), page.limit(), last -> List.of(last.key()));
    }

    /** The same as a table; all of it where no page is asked for. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    public StreamingOutput table(@BeanParam StakeholderQuery query, @BeanParam PageRequest page, @Context UriInfo uri) {
        return CsvList.isPage(uri)
                ? TABLE.page(list(query, page))
                : TABLE.whole((last, limit) -> read(query, last == null ? "" : last.key(), limit));
    }

    private static List<Object> row(StakeholderResponse each) {
        return Arrays.asList(
                CsvAnswer.code(each.key()),
                each.name(),
                CsvAnswer.code(each.kind()),
                each.description(),
                each.website(),
                CsvList.codes(each.spaces()),
                each.published());
    }

    /** A page of the list; where it is empty, a filter by an unknown space is refused. */
    private List<StakeholderResponse> read(StakeholderQuery query, String after, int limit) {
        List<StakeholderResponse> found = service.list(query.filter(), after, limit);
        if (found.isEmpty()) {
            spaces.requireFilter(query.space);
        }
        return found;
    }
}
