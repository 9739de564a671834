package de.quartierwerk.funding.body;

import de.quartierwerk.funding.answer.Csv;
import de.quartierwerk.funding.answer.Precondition;
import de.quartierwerk.funding.answer.Stored;
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

/** Bodies over HTTP. */
@Path("bodies")
@Tag(name = "Bodies", description = "Bodies that advise and decide, and their competences (Gremien, Zuständigkeiten)")
@Produces(MediaType.APPLICATION_JSON)
public class BodyResource {

    private static final List<String> COLUMNS = List.of("code", "name", "kind", "stakeholder", "validFrom", "validTo");

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
                            + " may be competent.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = Body.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or already as sent",
            content = @Content(schema = @Schema(implementation = Body.class)))
    public Response put(
            @PathParam("code") @Parameter(description = "Code of the body", example = "main-committee") String code,
            @NotNull @Valid BodyBody body,
            @BeanParam Precondition precondition,
            @Context UriInfo uri) {
        Stored<Body> stored = service.put(Keys.check("code", code), body, precondition);
        return stored.toResponse(uri);
    }

    /** One body. */
    @GET
    @Path("{code}")
    @PermitAll
    @Operation(operationId = "getBody", summary = "Read a body")
    @APIResponse(
            responseCode = "200",
            description = "The body",
            content = @Content(schema = @Schema(implementation = Body.class)))
    public Response get(
            @PathParam("code") @Parameter(description = "Code of the body", example = "main-committee") String code) {
        return service.get(code).toRead(true);
    }

    /** All bodies. */
    @GET
    @PermitAll
    @Operation(operationId = "listBodies", summary = "List bodies", description = "The order is that of the codes.")
    public Page<Body> list(@BeanParam PageRequest page) {
        List<String> after = page.after(1);
        List<Body> found = service.list(after.isEmpty() ? "" : after.get(0), page.limit() + 1);
        return Page.of(found, page.limit(), last -> List.of(last.code()));
    }

    /** The same as a table. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    public StreamingOutput table() {
        return Csv.of(
                COLUMNS,
                (Body last, int limit) -> service.list(last == null ? "" : last.code(), limit),
                each -> Arrays.asList(
                        CsvAnswer.code(each.code()),
                        each.name(),
                        each.kind(),
                        CsvAnswer.code(each.stakeholder()),
                        each.validFrom(),
                        each.validTo()));
    }
}
