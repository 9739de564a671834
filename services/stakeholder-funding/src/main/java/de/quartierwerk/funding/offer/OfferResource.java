package de.quartierwerk.funding.offer;

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

/** Offers over HTTP. */
@Path("offers")
@Tag(name = "Offers", description = "Offers of the actors (Angebote)")
@Produces(MediaType.APPLICATION_JSON)
public class OfferResource {

    private static final CsvList<OfferResponse> TABLE = new CsvList<>(
            List.of("key", "stakeholder", "name", "description", "targetGroup", "spaces", "needs", "published"),
            OfferResource::row);

    private final OfferService service;
    private final Spaces spaces;
    private final RequestEvents events;

    OfferResource(OfferService service, Spaces spaces, RequestEvents events) {
        this.service = service;
        this.spaces = spaces;
        this.events = events;
    }

    /** Creates or changes an offer. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{key}")
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "putOffer",
            summary = "Create or change an offer",
            description = "A change needs If-Match. Suppliers write offers of their own organisation only, municipal"
                    + " planners those that serve spaces within their areas.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = OfferResponse.class)))
    @APIResponse(responseCode = "200", description = "Changed, or already as sent")
    public RestResponse<OfferResponse> put(
            @PathParam("key") @Parameter(description = "Key of the offer", example = "familienzentrum-nord") String key,
            @NotNull @Valid OfferRequest body,
            @BeanParam IfMatch ifMatch,
            @Context UriInfo uri) {
        Keys.check("key", key);
        spaces.requireKnown("/spaces", body.spaces());
        Stored<OfferResponse> stored = service.put(key, body, ifMatch);
        events.awaitSent();
        return stored.toResponse(uri);
    }

    /** One offer. */
    @GET
    @Path("{key}")
    @PermitAll
    @Operation(operationId = "getOffer", summary = "Read an offer", description = "Everybody sees published offers.")
    @APIResponse(responseCode = "200", description = "The offer")
    public RestResponse<OfferResponse> get(
            @PathParam("key") @Parameter(description = "Key of the offer", example = "familienzentrum-nord")
                    String key) {
        return service.get(key).toResponse();
    }

    /** The offers that the caller may see. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listOffers",
            summary = "List offers",
            description = "Everybody sees published offers. The list is in the order of the keys.")
    public Page<OfferResponse> list(@BeanParam OfferQuery query, @BeanParam PageRequest page) {
        String after = page.after(1, values -> values.get(0)).orElse("");
        return Page.of(read(query, after, page.limit() + 1), page.limit(), last -> List.of(last.key()));
    }

    /** The same as a table; all of it where no page is asked for. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    public StreamingOutput table(@BeanParam OfferQuery query, @BeanParam PageRequest page, @Context UriInfo uri) {
        return CsvList.isPage(uri)
                ? TABLE.page(list(query, page))
                : TABLE.whole((last, limit) -> read(query, last == null ? "" : last.key(), limit));
    }

    private static List<Object> row(OfferResponse each) {
        return Arrays.asList(
                CsvAnswer.code(each.key()),
                CsvAnswer.code(each.stakeholder()),
                each.name(),
                each.description(),
                each.targetGroup(),
                CsvList.codes(each.spaces()),
                CsvList.codes(each.needs()),
                each.published());
    }

    /** A page of the list; where it is empty, unknown codes in the filter are refused. */
    private List<OfferResponse> read(OfferQuery query, String after, int limit) {
        List<OfferResponse> found = service.list(query.filter(), after, limit);
        if (found.isEmpty()) {
            spaces.requireFilter(query.space);
            service.requireFilter(query.filter());
        }
        return found;
    }
}
