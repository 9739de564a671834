package de.quartierwerk.funding.body;

import de.quartierwerk.funding.support.CsvList;
import de.quartierwerk.kit.identity.Roles;
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

/** Bodies over HTTP. */
@Path("bodies")
@Tag(name = "Bodies", description = "Bodies that advise and decide, and their competences (Gremien, Zuständigkeiten)")
@Produces(MediaType.APPLICATION_JSON)
public class BodyResource {

    private static final CsvList<BodyResponse> TABLE =
            new CsvList<>(List.of("code", "name", "kind", "stakeholder", "validFrom", "validTo"), BodyResource::row);

    private final BodyService service;

    BodyResource(BodyService service) {
        this.service = service;
    }

    /** Creates or changes a body. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{code}")
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "putBody",
            summary = "Create or change a body",
            description =
                    "Needs the area *; a change needs If-Match. For a matter, an amount and a day at most one body"
                            + " may be competent. Competences and voting members of a body that is there change by"
                            + " proposeBodyChange.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = BodyResponse.class)))
    @APIResponse(responseCode = "200", description = "Changed, or already as sent")
    public RestResponse<BodyResponse> put(
            @PathParam("code") @Parameter(description = "Code of the body", example = "main-committee") String code,
            @NotNull @Valid BodyRequest body,
            @BeanParam IfMatch ifMatch,
            @Context UriInfo uri) {
        Stored<BodyResponse> stored = service.put(Keys.check("code", code), body, ifMatch);
        return stored.toResponse(uri);
    }

    /** One body. */
    @GET
    @Path("{code}")
    @PermitAll
    @Operation(operationId = "getBody", summary = "Read a body")
    @APIResponse(responseCode = "200", description = "The body")
    public RestResponse<BodyResponse> get(
            @PathParam("code") @Parameter(description = "Code of the body", example = "main-committee") String code) {
        return service.get(code).toResponse();
    }

    /** All bodies. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listBodies",
            summary = "List bodies",
            description = "The list is in the order of the codes.")
    public Page<BodyResponse> list(@BeanParam PageRequest page) {
        String after = page.after(1, values -> values.get(0)).orElse("");
        return Page.of(service.list(after, page.limit() + 1), page.limit(), last -> List.of(last.code()));
    }

    /** The same as a table; all of it where no page is asked for. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    public StreamingOutput table(@BeanParam PageRequest page, @Context UriInfo uri) {
        return CsvList.isPage(uri)
                ? TABLE.page(list(page))
                : TABLE.whole((last, limit) -> service.list(last == null ? "" : last.code(), limit));
    }

    private static List<Object> row(BodyResponse each) {
        return Arrays.asList(
                CsvAnswer.code(each.code()),
                each.name(),
                each.kind(),
                CsvAnswer.code(each.stakeholder()),
                each.validFrom(),
                each.validTo());
    }
}
