package de.quartierwerk.funding.stakeholder;

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

/** Actors over HTTP. */
@Path("stakeholders")
@Tag(name = "Stakeholders", description = "Actors of social planning (Akteure, Träger)")
@Produces(MediaType.APPLICATION_JSON)
public class StakeholderResource {

    private static final List<String> COLUMNS =
            List.of("key", "name", "kind", "description", "website", "spaces", "published");

    private final StakeholderService service;
    private final Spaces spaces;
    private final Announcements announcements;

    StakeholderResource(StakeholderService service, Spaces spaces, Announcements announcements) {
        this.service = service;
        this.spaces = spaces;
        this.announcements = announcements;
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
            content = @Content(schema = @Schema(implementation = Stakeholder.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or already as sent",
            content = @Content(schema = @Schema(implementation = Stakeholder.class)))
    public Response put(
            @PathParam("key") @Parameter(description = "Key of the actor", example = "verband-a") String key,
            @NotNull @Valid StakeholderBody body,
            @BeanParam Precondition precondition,
            @Context UriInfo uri) {
        Keys.check("key", key);
        spaces.requireKnown("/spaces", body.spaces());
        Stored<Stakeholder> stored = service.put(key, body, precondition);
        announcements.await();
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
    @APIResponse(
            responseCode = "200",
            description = "The actor",
            content = @Content(schema = @Schema(implementation = Stakeholder.class)))
    public Response get(
            @PathParam("key") @Parameter(description = "Key of the actor", example = "verband-a") String key) {
        Stored<Stakeholder> stored = service.get(key);
        return stored.toRead(stored.value().published());
    }

    /** The actors that the caller may see. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listStakeholders",
            summary = "List actors",
            description = "Everybody sees published actors; the order is that of the keys.")
    public Page<Stakeholder> list(@BeanParam StakeholderQuery query, @BeanParam PageRequest page) {
        List<String> after = page.after(1);
        List<Stakeholder> found = service.list(query.filter(), after.isEmpty() ? "" : after.get(0), page.limit() + 1);
        return Page.of(found, page.limit(), last -> List.of(last.key()));
    }

    /** The same as a table. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    public StreamingOutput table(@BeanParam StakeholderQuery query) {
        return Csv.of(
                COLUMNS,
                (Stakeholder last, int limit) -> service.list(query.filter(), last == null ? "" : last.key(), limit),
                each -> Arrays.asList(
                        CsvAnswer.code(each.key()),
                        each.name(),
                        CsvAnswer.code(each.kind()),
                        each.description(),
                        each.website(),
                        Csv.codes(each.spaces()),
                        each.published()));
    }
}
