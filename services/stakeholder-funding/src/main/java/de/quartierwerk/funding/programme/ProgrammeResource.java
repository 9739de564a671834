package de.quartierwerk.funding.programme;

import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.funding.support.CsvList;
import de.quartierwerk.funding.support.LiveAnswer;
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

/** Programmes over HTTP. */
@Path("programmes")
@Tag(name = "Programmes", description = "Programmes with criteria (Förderprogramme)")
@Produces(MediaType.APPLICATION_JSON)
public class ProgrammeResource {

    private static final CsvList<ProgrammeResponse> TABLE = new CsvList<>(
            List.of("code", "name", "description", "budgetLine", "area", "openFrom", "openTo", "openNow", "exhausted"),
            ProgrammeResource::row);

    private final ProgrammeService service;
    private final Spaces spaces;
    private final CriterionReferences references;

    ProgrammeResource(ProgrammeService service, Spaces spaces, CriterionReferences references) {
        this.service = service;
        this.spaces = spaces;
        this.references = references;
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
            content = @Content(schema = @Schema(implementation = ProgrammeResponse.class)))
    @APIResponse(responseCode = "200", description = "Changed, or already as sent")
    public RestResponse<ProgrammeResponse> put(
            @PathParam("code") @Parameter(description = "Code of the programme", example = "quartier") String code,
            @NotNull @Valid ProgrammeRequest body,
            @BeanParam IfMatch ifMatch,
            @Context UriInfo uri) {
        Keys.check("code", code);
        spaces.requireKnown("/area", body.area());
        references.requireKnown(code, body.criteria());
        Stored<ProgrammeResponse> stored = service.put(code, body, ifMatch);
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
    @APIResponse(responseCode = "200", description = "The programme")
    public RestResponse<ProgrammeResponse> get(
            @PathParam("code") @Parameter(description = "Code of the programme", example = "quartier") String code) {
        return LiveAnswer.of(service.get(code));
    }

    /** The programmes that the caller may see. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listProgrammes",
            summary = "List programmes",
            description = "The list is in the order of the codes.")
    public Page<ProgrammeResponse> list(@BeanParam PageRequest page) {
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

    private static List<Object> row(ProgrammeResponse each) {
        return Arrays.asList(
                CsvAnswer.code(each.code()),
                each.content().name(),
                each.content().description(),
                CsvAnswer.code(each.content().budgetLine()),
                CsvAnswer.code(each.content().area()),
                each.content().openFrom(),
                each.content().openTo(),
                each.openNow(),
                each.exhausted());
    }
}
