package de.quartierwerk.registry.level;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.outbox.Outbox;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Levels over HTTP. */
@Path("levels")
@Tag(name = "Levels", description = "Levels of spaces (Raumebenen)")
public class LevelResource {
    private final LevelService levels;
    private final Outbox outbox;

    LevelResource(LevelService levels, Outbox outbox) {
        this.levels = levels;
        this.outbox = outbox;
    }

    /** Lists levels, large areas first. */
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the levels, large areas first", description = "As JSON or CSV.")
    @APIResponse(
            responseCode = "200",
            description = "A page of levels",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LevelPage.class)),
                @Content(mediaType = CsvAnswer.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Page<SpaceLevel> list(@BeanParam PageRequest page) {
        return levels.list(after(page), page.limit());
    }

    /** Lists levels as CSV. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    @Operation(hidden = true)
    public Response csv(@BeanParam PageRequest page) {
        List<List<Object>> rows = levels.list(after(page), page.limit()).items().stream()
                .map(level -> Arrays.<Object>asList(
                        CsvAnswer.code(level.code()), level.name(), level.rank(), level.version()))
                .toList();
        return Response.ok(CsvAnswer.of(List.of("code", "name", "rank", "version"), rows))
                .build();
    }

    /** Answers one level. */
    @GET
    @Path("{code}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Read a level")
    public SpaceLevel get(
            @PathParam("code") @Parameter(description = "Code of the level", example = "planning-area") String code) {
        return levels.get(Keys.check("code", code));
    }

    /** Creates or changes a level; answers once the other services can know it. */
    @PUT
    @Path("{code}")
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create or change a level",
            description =
                    "Needs the area `*`. A changed level becomes the next version; the same again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Changed, or already so",
            content = @Content(schema = @Schema(implementation = SpaceLevel.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = SpaceLevel.class)))
    public Response put(
            @PathParam("code") @Parameter(description = "Code of the level", example = "planning-area") String code,
            @Valid @NotNull LevelBody body) {
        LevelService.Written written = levels.put(Keys.check("code", code), body);
        if (written.event() != null) {
            outbox.awaitSent(written.event());
        }
        return Response.status(written.created() ? Response.Status.CREATED : Response.Status.OK)
                .entity(written.level())
                .build();
    }

    private static List<String> after(PageRequest page) {
        List<String> after = page.after(2);
        if (!after.isEmpty() && !after.get(0).matches("-?\\d{1,9}")) {
            throw Invalid.parameter("cursor", after.get(0), "page.cursor-malformed");
        }
        return after;
    }

    /** Shape of the JSON list, for the API's document. */
    @Schema(name = "SpaceLevelPage")
    record LevelPage(
            List<SpaceLevel> items,

            @Schema(nullable = true, examples = "WyI0MCIsInBsYW5uaW5nLWFyZWEiXQ")
            String next) {}
}
