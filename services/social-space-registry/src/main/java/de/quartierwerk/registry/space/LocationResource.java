package de.quartierwerk.registry.space;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.registry.validity.Days;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which space lies where, over HTTP. */
@Path("spaces/locate")
@Tag(name = "Spaces")
public class LocationResource {
    private static final List<String> HEADER = List.of("id", "key", "name", "level", "hint");

    private final SpaceReader reader;
    private final Locations locations;
    private final Clock clock;

    LocationResource(SpaceReader reader, Locations locations, Clock clock) {
        this.reader = reader;
        this.locations = locations;
        this.clock = clock;
    }

    /** Finds the space that contains a position. */
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "locateSpace",
            summary = "Find the space that contains a position",
            description = "Without a level the smallest one; on a shared edge the smaller space.")
    @APIResponse(
            responseCode = "200",
            description = "The space",
            content = @Content(schema = @Schema(implementation = SpaceResponse.class)))
    @APIResponse(responseCode = "404", description = "No space lies there, or the registry knows no such level")
    public SpaceResponse locate(
            @QueryParam("lon")
                    @Parameter(description = "Longitude in degrees, WGS84", required = true, example = "13.345")
                    @Nullable
                    Double lon,
            @QueryParam("lat")
                    @Parameter(description = "Latitude in degrees, WGS84", required = true, example = "52.506")
                    @Nullable
                    Double lat,
            @QueryParam("level") @Parameter(description = "Code of the level", example = "planning-area") @Nullable
                    String level,
            @QueryParam("asOf") @Parameter(description = "Day; today when left out", example = "2020-12-31") @Nullable
                    LocalDate asOf) {
        return SpaceResponse.of(reader.locate(
                degrees("lon", lon, 180),
                degrees("lat", lat, 90),
                level == null ? null : Keys.check("level", level),
                asOf == null ? LocalDate.now(clock) : Days.check("asOf", asOf)));
    }

    /** Finds the spaces that contain many positions. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "locateSpaces",
            summary = "Find the spaces that contain positions",
            description = "Up to 10,000 positions in a call, answered in their order. Changes nothing. A table with the"
                    + " columns `id;x;y` as `text/csv` is answered by one with the columns `id;key;name;level;hint`;"
                    + " level, asOf and crs are parameters then.")
    @APIResponse(
            responseCode = "200",
            description = "For each position the space that contains it",
            content = @Content(schema = @Schema(implementation = LocationsResponse.class)))
    @APIResponse(responseCode = "404", description = "The registry knows no such level")
    public LocationsResponse locateMany(@Valid @NotNull LocationsRequest request) {
        return locations.find(request, LocalDate.now(clock));
    }

    /** The same for a table. */
    @POST
    @PermitAll
    @Consumes(CsvAnswer.MEDIA_TYPE)
    @Produces(CsvAnswer.MEDIA_TYPE)
    @Operation(hidden = true)
    public StreamingOutput locateTable(
            @QueryParam("level") @Nullable String level,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("crs") @Nullable String crs,
            byte[] table) {
        LocationsRequest request = new LocationsRequest(
                level == null ? null : Keys.check("level", level), asOf, crs, LocationTable.read(table));
        LocationsResponse found = locations.find(request, LocalDate.now(clock));
        return CsvAnswer.of(
                HEADER, found.items().stream().map(LocationResource::cells).toList());
    }

    private static List<Object> cells(LocationsResponse.Item item) {
        SpaceResponse space = item.space();
        return Arrays.asList(
                item.id(),
                space == null ? null : CsvAnswer.code(space.key()),
                space == null ? null : space.name(),
                space == null ? null : CsvAnswer.code(space.level()),
                item.hint() == null ? null : CsvAnswer.code(item.hint().code()));
    }

    private static double degrees(String name, @Nullable Double value, int largest) {
        if (value == null) {
            throw Invalid.parameter(name, null, "parameter.missing", name);
        }
        if (value.isNaN() || Math.abs(value) > largest) {
            throw Invalid.parameter(name, value, "space.degrees-out-of-range", name, -largest, largest);
        }
        return value;
    }
}
