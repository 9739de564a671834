package de.quartierwerk.funding.offer;

import de.quartierwerk.funding.answer.Announcements;
import de.quartierwerk.funding.answer.Csv;
import de.quartierwerk.funding.answer.Precondition;
import de.quartierwerk.funding.answer.Stored;
import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
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
import jakarta.ws.rs.core.Response;
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

/** Offers over HTTP. */
@Path("offers")
@Tag(name = "Offers", description = "Offers of the actors (Angebote)")
@Produces(MediaType.APPLICATION_JSON)
public class OfferResource {

    private static final List<String> COLUMNS =
            List.of("key", "stakeholder", "name", "description", "targetGroup", "spaces", "needs", "published");

    private final OfferService service;
    private final Spaces spaces;
    private final Announcements announcements;

    OfferResource(OfferService service, Spaces spaces, Announcements announcements) {
        this.service = service;
        this.spaces = spaces;
        this.announcements = announcements;
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
            content = @Content(schema = @Schema(implementation = Offer.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or already as sent",
            content = @Content(schema = @Schema(implementation = Offer.class)))
    public Response put(
            @PathParam("key") @Parameter(description = "Key of the offer", example = "familienzentrum-nord") String key,
            @NotNull @Valid OfferBody body,
            @BeanParam Precondition precondition,
            @Context UriInfo uri) {
        Keys.check("key", key);
        spaces.requireKnown("/spaces", body.spaces());
        Stored<Offer> stored = service.put(key, body, precondition);
        announcements.await();
        return stored.toResponse(uri);
    }

    /** One offer. */
    @GET
    @Path("{key}")
    @PermitAll
    @Operation(operationId = "getOffer", summary = "Read an offer", description = "Everybody sees published offers.")
    @APIResponse(
            responseCode = "200",
            description = "The offer",
            content = @Content(schema = @Schema(implementation = Offer.class)))
    public Response get(
            @PathParam("key") @Parameter(description = "Key of the offer", example = "familienzentrum-nord")
                    String key) {
        Stored<Offer> stored = service.get(key);
        return stored.toRead(stored.value().published());
    }

    /** The offers that the caller may see. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listOffers",
            summary = "List offers",
            description = "Everybody sees published offers; the order is that of the keys.")
    public Page<Offer> list(@BeanParam OfferQuery query, @BeanParam PageRequest page) {
        List<String> after = page.after(1);
        List<Offer> found = service.list(query.filter(), after.isEmpty() ? "" : after.get(0), page.limit() + 1);
        return Page.of(found, page.limit(), last -> List.of(last.key()));
    }

    /** The same as a table. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    public StreamingOutput table(@BeanParam OfferQuery query) {
        return Csv.of(
                COLUMNS,
                (Offer last, int limit) -> service.list(query.filter(), last == null ? "" : last.key(), limit),
                each -> Arrays.asList(
                        CsvAnswer.code(each.key()),
                        CsvAnswer.code(each.stakeholder()),
                        each.name(),
                        each.description(),
                        each.targetGroup(),
                        Csv.codes(each.spaces()),
                        Csv.codes(each.needs()),
                        each.published()));
    }
}
