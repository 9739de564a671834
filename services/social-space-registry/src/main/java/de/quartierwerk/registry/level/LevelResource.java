package de.quartierwerk.registry.level;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Levels over HTTP. */
@Path("levels")
@Tag(name = "Levels", description = "Levels of spaces (Raumebenen)")
public class LevelResource {
    private final LevelService levels;
    private final RequestEvents events;

    LevelResource(LevelService levels, RequestEvents events) {
        this.levels = levels;
        this.events = events;
    }

    /** Lists levels, large areas first. */
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listLevels",
            summary = "List the levels, large areas first",
            description = "As JSON or CSV.")
    @APIResponse(
            responseCode = "200",
            description = "A page of levels",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LevelPage.class)),
                @Content(mediaType = CsvAnswer.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Page<LevelResponse> list(@BeanParam PageRequest page) {
        return levels.list(after(page), page.limit());
    }

    /** Lists levels as CSV. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    @Operation(hidden = true)
    public StreamingOutput csv(@BeanParam PageRequest page) {
        return CsvAnswer.of(
                List.of("code", "name", "rank", "version", "hierarchy", "covers", "keyPattern"),
                levels.list(after(page), page.limit()),
                level -> Arrays.asList(
                        CsvAnswer.code(level.code()),
                        level.name(),
                        level.rank(),
                        level.version(),
                        CsvAnswer.code(level.hierarchy()),
                        level.covers(),
                        level.keyPattern()));
    }

    /** Answers one level. */
    @GET
    @Path("{code}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getLevel", summary = "Read a level")
    @APIResponse(
            responseCode = "200",
            description = "The level; its version is the ETag",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<LevelResponse> get(
            @PathParam("code") @Parameter(description = "Code of the level", example = "planning-area") String code) {
        LevelResponse level = levels.get(Keys.check("code", code));
        return new Stored<>(level, level.version(), false).toResponse();
    }

    /** Creates or changes a level; answers once the other services can know it. */
    @PUT
    @Path("{code}")
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putLevel",
            summary = "Create or change a level",
            description =
                    "Needs the area `*`. A changed level becomes the next version; the same again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Changed, or already so",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            headers = {
                @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "Location", schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = LevelResponse.class)))
    public RestResponse<LevelResponse> put(
            @PathParam("code") @Parameter(description = "Code of the level", example = "planning-area") String code,
            @Valid @NotNull LevelRequest request,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        Stored<LevelResponse> level = levels.put(Keys.check("code", code), request, ifMatch);
        events.awaitSent();
        return level.toResponse(uri);
    }

    /** Takes a level back. */
    @DELETE
    @Path("{code}")
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "deleteLevel",
            summary = "Take a level back",
            description = "Needs the area `*`. Possible while no space was ever on the level.")
    @APIResponse(responseCode = "204", description = "There is no such level any more")
    @APIResponse(responseCode = "409", description = "There are or were spaces on the level")
    public void delete(
            @PathParam("code") @Parameter(description = "Code of the level", example = "planning-area") String code,
            @BeanParam IfMatch ifMatch) {
        levels.delete(Keys.check("code", code), ifMatch);
        events.awaitSent();
    }

    private static LevelService.Position after(PageRequest page) {
        return page.after(2, LevelService.Position::of).orElse(LevelService.Position.START);
    }

    /** Shape of the JSON list, for the API's document. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SpaceLevelPage")
    record LevelPage(
            List<LevelResponse> items,

            @Schema(
                    description = "Cursor of the next page; absent at the end",
                    examples = "WyI0MCIsInBsYW5uaW5nLWFyZWEiXQ")
            @Nullable
            String next) {}
}
