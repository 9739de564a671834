package de.quartierwerk.funding.programme;

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

/** Programmes over HTTP. */
@Path("programmes")
@Tag(name = "Programmes", description = "Programmes with criteria (Förderprogramme)")
@Produces(MediaType.APPLICATION_JSON)
public class ProgrammeResource {

    private static final List<String> COLUMNS =
            List.of("code", "name", "description", "budgetLine", "area", "openFrom", "openTo", "openNow");

    private final ProgrammeService service;
    private final Spaces spaces;

    ProgrammeResource(ProgrammeService service, Spaces spaces) {
        this.service = service;
        this.spaces = spaces;
    }

    /** Creates or changes a programme. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{code}")
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "putProgramme",
            summary = "Create or change a programme",
            description = "A change needs If-Match. A programme without an area is for the whole installation and needs"
                    + " the area *.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = Programme.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or already as sent",
            content = @Content(schema = @Schema(implementation = Programme.class)))
    public Response put(
            @PathParam("code") @Parameter(description = "Code of the programme", example = "quartier") String code,
            @NotNull @Valid ProgrammeBody body,
            @BeanParam Precondition precondition,
            @Context UriInfo uri) {
        Keys.check("code", code);
        spaces.requireKnown("/area", body.area());
        Stored<Programme> stored = service.put(code, body, precondition);
        return stored.toResponse(uri);
    }

    /** One programme. */
    @GET
    @Path("{code}")
    @PermitAll
    @Operation(
            operationId = "getProgramme",
            summary = "Read a programme",
            description = "Everybody sees open programmes; the administration sees all.")
    @APIResponse(
            responseCode = "200",
            description = "The programme",
            content = @Content(schema = @Schema(implementation = Programme.class)))
    public Response get(
            @PathParam("code") @Parameter(description = "Code of the programme", example = "quartier") String code) {
        return service.get(code).toRead(false);
    }

    /** The programmes that the caller may see. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listProgrammes",
            summary = "List programmes",
            description = "The order is that of the codes.")
    public Page<Programme> list(@BeanParam PageRequest page) {
        List<String> after = page.after(1);
        List<Programme> found = service.list(after.isEmpty() ? "" : after.get(0), page.limit() + 1);
        return Page.of(found, page.limit(), last -> List.of(last.code()));
    }

    /** The same as a table. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    public StreamingOutput table() {
        return Csv.of(
                COLUMNS,
                (Programme last, int limit) -> service.list(last == null ? "" : last.code(), limit),
                each -> Arrays.asList(
                        CsvAnswer.code(each.code()),
                        each.content().name(),
                        each.content().description(),
                        CsvAnswer.code(each.content().budgetLine()),
                        CsvAnswer.code(each.content().area()),
                        each.content().openFrom(),
                        each.content().openTo(),
                        each.openNow()));
    }
}
