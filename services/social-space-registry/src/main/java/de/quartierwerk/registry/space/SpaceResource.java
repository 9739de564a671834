package de.quartierwerk.registry.space;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.outbox.RequestEvents;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.kit.web.Stored;
import de.quartierwerk.registry.validity.Days;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
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
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Social spaces over HTTP. */
@Path("spaces")
@Tag(name = "Spaces", description = "Social spaces (Sozialräume)")
public class SpaceResource {
    private static final List<String> HEADER = List.of(
            "key",
            "name",
            "level",
            "parent",
            "validFrom",
            "validTo",
            "areaSquareMetres",
            "lon",
            "lat",
            "attributes",
            "shortName",
            "ars",
            "ags");

    private final SpaceReader reader;
    private final SpaceService service;
    private final RequestEvents events;
    private final Clock clock;

    SpaceResource(SpaceReader reader, SpaceService service, RequestEvents events, Clock clock) {
        this.reader = reader;
        this.service = service;
        this.events = events;
        this.clock = clock;
    }

    /** Lists spaces. */
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listSpaces",
            summary = "List spaces",
            description =
                    "In the order of their keys, with `q` the best matches first. As JSON, as CSV, or with boundaries as GeoJSON.")
    @APIResponse(
            responseCode = "200",
            description = "A page of spaces",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SpacePage.class)),
                @Content(
                        mediaType = CsvAnswer.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        example =
                                "key;name;level;parent;validFrom;validTo;areaSquareMetres;lon;lat;attributes;shortName;ars;ags\r\n01;Mitte;district;;2006-01-01;;39470000;13.37;52.53;{};;;"),
                @Content(
                        mediaType = SpaceFeature.MEDIA_TYPE,
                        schema = @Schema(implementation = SpaceFeatureCollection.class))
            })
    @APIResponse(responseCode = "404", description = "The registry knows no such level or parent")
    public Page<SpaceResponse> list(@BeanParam SpaceQuery query, @BeanParam PageRequest page) {
        Page<FoundSpace> spaces = page(query, page);
        return new Page<>(spaces.items().stream().map(SpaceResponse::of).toList(), spaces.next());
    }

    /** Lists spaces as CSV. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    @Operation(hidden = true)
    public StreamingOutput csv(@BeanParam SpaceQuery query, @BeanParam PageRequest page) {
        return CsvAnswer.of(HEADER, page(query, page), found -> cells(found.space()));
    }

    /** Lists spaces with their exact boundaries. */
    @GET
    @PermitAll
    @Produces(SpaceFeature.MEDIA_TYPE)
    @Operation(hidden = true)
    public RestResponse<SpaceFeatureCollection> features(
            @BeanParam SpaceQuery query, @BeanParam PageRequest page, UriInfo uri) {
        SpaceFeatureCollection features =
                reader.features(query.filter(LocalDate.now(clock)), after(query, page), page.limit());
        ResponseBuilder<SpaceFeatureCollection> response = ResponseBuilder.ok(features);
        if (features.next() != null) {
            response.header(HttpHeaders.LINK, nextPage(uri, features.next()));
        }
        return response.build();
    }

    /** Relative to what was asked, so that it is right behind every gateway. */
    private static String nextPage(UriInfo uri, String cursor) {
        URI next =
                uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
        return "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"";
    }

    /** Answers one space. */
    @GET
    @Path("{key}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getSpace",
            summary = "Read a space",
            description = "As JSON, or with its boundary as a GeoJSON feature.")
    @APIResponse(
            responseCode = "200",
            description = "The space; its version is the ETag",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SpaceResponse.class)),
                @Content(mediaType = SpaceFeature.MEDIA_TYPE, schema = @Schema(implementation = SpaceFeature.class))
            })
    public RestResponse<SpaceResponse> get(
            @PathParam("key") @Parameter(description = "Key of the space", example = "01011101") String key,
            @QueryParam("asOf") @Parameter(description = "Day; today when left out", example = "2020-12-31") @Nullable
                    LocalDate asOf) {
        Space space = reader.get(Keys.check("key", key), orToday(asOf));
        return new Stored<>(SpaceResponse.of(space), space.version(), false).toResponse();
    }

    /** Answers one space as a feature. */
    @GET
    @Path("{key}")
    @PermitAll
    @Produces(SpaceFeature.MEDIA_TYPE)
    @Operation(hidden = true)
    public SpaceFeature feature(@PathParam("key") String key, @QueryParam("asOf") @Nullable LocalDate asOf) {
        return reader.feature(Keys.check("key", key), orToday(asOf));
    }

    /** Creates or changes one space; answers once the other services can know it. */
    @PUT
    @Path("{key}")
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putSpace",
            summary = "Create or change a space",
            description =
                    "Only within the caller's areas. Changing a space that exists needs `If-Match` with its ETag.")
    @APIResponse(
            responseCode = "200",
            description = "Changed, or already so",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = SpaceResponse.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            headers = {
                @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "Location", schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = SpaceResponse.class)))
    public RestResponse<SpaceResponse> put(
            @PathParam("key") @Parameter(description = "Key of the space", example = "01011101") String key,
            @Valid @NotNull SpaceRequest request,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        Stored<SpaceResponse> space = service.put(Keys.check("key", key), request, ifMatch);
        events.awaitSent();
        return space.toResponse(uri);
    }

    private Page<FoundSpace> page(SpaceQuery query, PageRequest page) {
        return reader.list(query.filter(LocalDate.now(clock)), after(query, page), page.limit());
    }

    /** The cursor is a key, or with a text how many spaces came before. */
    private static String after(SpaceQuery query, PageRequest page) {
        boolean counted = query.q != null && !query.q.isBlank();
        return page.after(1, values -> counted ? Integer.toString(skipped(values.get(0))) : values.get(0))
                .orElse("");
    }

    private static int skipped(String cursor) {
        int skipped = Integer.parseInt(cursor);
        if (skipped < 0) {
            throw new IllegalArgumentException(cursor);
        }
        return skipped;
    }

    private LocalDate orToday(@Nullable LocalDate day) {
        return day == null ? LocalDate.now(clock) : Days.check("asOf", day);
    }

    private static List<Object> cells(Space space) {
        OfficialKey official = OfficialKey.of(space);
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
                CsvAnswer.code(space.attributes().toString()),
                space.shortName(),
                official.ars(),
                official.ags());
    }

    /** Shape of the JSON list, for the API's document. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SocialSpacePage")
    record SpacePage(
            List<SpaceResponse> items,

            @Schema(description = "Cursor of the next page; absent at the end", examples = "WyIwMTAxMTEwMSJd") @Nullable
            String next) {}
}
