package de.quartierwerk.registry.space;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.outbox.Outbox;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.ETags;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Social spaces over HTTP. */
@Path("spaces")
@Tag(name = "Spaces", description = "Social spaces (Sozialräume)")
public class SpaceResource {
    private static final List<String> HEADER = List.of(
            "key", "name", "level", "parent", "validFrom", "validTo", "areaSquareMetres", "lon", "lat", "attributes");

    private final SpaceReader reader;
    private final SpaceService service;
    private final Outbox outbox;

    SpaceResource(SpaceReader reader, SpaceService service, Outbox outbox) {
        this.reader = reader;
        this.service = service;
        this.outbox = outbox;
    }

    /** Lists spaces. */
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "List spaces",
            description = "In the order of their keys. As JSON, as CSV, or with boundaries as GeoJSON.")
    @APIResponse(
            responseCode = "200",
            description = "A page of spaces",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SpacePage.class)),
                @Content(
                        mediaType = CsvAnswer.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        example =
                                "key;name;level;parent;validFrom;validTo;areaSquareMetres;lon;lat;attributes\r\n01;Mitte;district;;2006-01-01;;39470000;13.37;52.53;{}"),
                @Content(
                        mediaType = Features.MEDIA_TYPE,
                        schema =
                                @Schema(
                                        type = SchemaType.OBJECT,
                                        description = "FeatureCollection; `next` is the cursor of the next page"))
            })
    public Page<SpaceAnswer> list(@BeanParam SpaceQuery query, @BeanParam PageRequest page) {
        Page<Space> spaces = page(query, page);
        return new Page<>(spaces.items().stream().map(SpaceAnswer::of).toList(), spaces.next());
    }

    /** Lists spaces as CSV. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    @Operation(hidden = true)
    public Response csv(@BeanParam SpaceQuery query, @BeanParam PageRequest page, @Context UriInfo uri) {
        Page<Space> spaces = page(query, page);
        List<List<Object>> rows =
                spaces.items().stream().map(SpaceResource::cells).toList();
        return Links.withNext(Response.ok(CsvAnswer.of(HEADER, rows)), uri, spaces)
                .build();
    }

    /** Lists spaces with their exact boundaries. */
    @GET
    @PermitAll
    @Produces(Features.MEDIA_TYPE)
    @Operation(hidden = true)
    public Response features(@BeanParam SpaceQuery query, @BeanParam PageRequest page, @Context UriInfo uri) {
        Page<Space> spaces = page(query, page);
        return Links.withNext(
                        Response.ok(Features.collection(spaces.items(), reader.boundaries(spaces), spaces.next())),
                        uri,
                        spaces)
                .build();
    }

    /** Finds the space that contains a position. */
    @GET
    @Path("locate")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Find the space that contains a position",
            description = "Without a level the smallest one; on a shared edge the smaller space.")
    @APIResponse(
            responseCode = "200",
            description = "The space",
            content = @Content(schema = @Schema(implementation = SpaceAnswer.class)))
    @APIResponse(responseCode = "404", description = "No space lies there")
    public SpaceAnswer locate(
            @QueryParam("lon")
                    @Parameter(description = "Longitude in degrees, WGS84", required = true, example = "13.345")
                    Double lon,
            @QueryParam("lat")
                    @Parameter(description = "Latitude in degrees, WGS84", required = true, example = "52.506")
                    Double lat,
            @QueryParam("level") @Parameter(description = "Code of the level", example = "planning-area") String level,
            @QueryParam("asOf") @Parameter(description = "Day; today when left out", example = "2020-12-31")
                    LocalDate asOf) {
        requireDegrees("lon", lon, 180);
        requireDegrees("lat", lat, 90);
        String checked = level == null ? null : Keys.check("level", level);
        return SpaceAnswer.of(reader.locate(lon, lat, checked, asOf == null ? Today.inGermany() : asOf));
    }

    /** Answers one space. */
    @GET
    @Path("{key}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Read a space", description = "As JSON, or with its boundary as a GeoJSON feature.")
    @APIResponse(
            responseCode = "200",
            description = "The space; its version is the ETag",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SpaceAnswer.class)),
                @Content(
                        mediaType = Features.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.OBJECT, description = "Feature"))
            })
    public Response get(
            @PathParam("key") @Parameter(description = "Key of the space", example = "01011101") String key,
            @QueryParam("asOf") @Parameter(description = "Day; today when left out", example = "2020-12-31")
                    LocalDate asOf) {
        Space space = find(key, asOf);
        return Response.ok(SpaceAnswer.of(space)).tag(ETags.of(space.version())).build();
    }

    /** Answers one space as a feature. */
    @GET
    @Path("{key}")
    @PermitAll
    @Produces(Features.MEDIA_TYPE)
    @Operation(hidden = true)
    public Map<String, Object> feature(@PathParam("key") String key, @QueryParam("asOf") LocalDate asOf) {
        Space space = find(key, asOf);
        return Features.feature(space, reader.boundary(space).orElse(null));
    }

    /** Creates or changes one space; answers once the other services can know it. */
    @PUT
    @Path("{key}")
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create or change a space",
            description =
                    "Only within the caller's areas. Changing a space that exists needs `If-Match` with its ETag.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            description = "ETag of the space that is to be changed",
            schema = @Schema(type = SchemaType.STRING),
            example = "\"17\"")
    @APIResponse(
            responseCode = "200",
            description = "Changed, or already so",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = SpaceAnswer.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = SpaceAnswer.class)))
    public Response put(
            @PathParam("key") @Parameter(description = "Key of the space", example = "01011101") String key,
            @Valid @NotNull SpaceBody body,
            @Context HttpHeaders headers) {
        SpaceService.Written written = service.put(Keys.check("key", key), body, headers, Today.inGermany());
        if (written.event() != null) {
            outbox.awaitSent(written.event());
        }
        return Response.status(written.created() ? Response.Status.CREATED : Response.Status.OK)
                .tag(ETags.of(written.space().version()))
                .entity(SpaceAnswer.of(written.space()))
                .build();
    }

    private Space find(String key, LocalDate asOf) {
        return reader.get(Keys.check("key", key), asOf == null ? Today.inGermany() : asOf);
    }

    private Page<Space> page(SpaceQuery query, PageRequest page) {
        return reader.list(query.filter(Today.inGermany()), page.after(1), page.limit());
    }

    private static void requireDegrees(String name, Double value, int largest) {
        if (value == null) {
            throw Invalid.parameter(name, null, "parameter.missing", name);
        }
        if (value.isNaN() || Math.abs(value) > largest) {
            throw Invalid.parameter(name, value, "space.degrees-out-of-range", name, -largest, largest);
        }
    }

    private static List<Object> cells(Space space) {
        return Arrays.asList(
                CsvAnswer.code(space.key()),
                space.name(),
                CsvAnswer.code(space.level()),
                CsvAnswer.code(space.parent()),
                space.validFrom(),
                space.validTo(),
                space.areaSquareMetres(),
                space.centroid() == null ? null : space.centroid().lon(),
                space.centroid() == null ? null : space.centroid().lat(),
                CsvAnswer.code(space.attributes().toString()));
    }

    /** Shape of the JSON list, for the API's document. */
    @Schema(name = "SocialSpacePage")
    record SpacePage(
            List<SpaceAnswer> items,

            @Schema(nullable = true, examples = "WyIwMTAxMTEwMSJd")
            String next) {}
}
