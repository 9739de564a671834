package de.quartierwerk.registry.spaceexport;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.level.LevelService;
import de.quartierwerk.registry.validity.Days;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Files of spaces over HTTP. */
@Path("spaces/export")
@Tag(name = "Spaces", description = "Social spaces (Sozialräume)")
public class ExportResource {
    private final ExportFiles files;
    private final ExportConfig config;
    private final LevelService levels;
    private final Clock clock;

    ExportResource(ExportFiles files, ExportConfig config, LevelService levels, Clock clock) {
        this.files = files;
        this.config = config;
        this.levels = levels;
        this.clock = clock;
    }

    /** A file of the spaces of a level, streamed. */
    @GET
    @PermitAll
    @Produces({"application/geo+json", "text/csv", "application/geopackage+sqlite3", "application/zip"})
    @Operation(
            operationId = "exportSpaces",
            summary = "Export the spaces of a level as a file",
            description =
                    "Imported again, it changes nothing. GeoJSON and CSV are the same to the byte for the same spaces. The"
                            + " header `Content-Description` says day, source and licence, `Link` with `rel=\"license\"` the"
                            + " licence where it is an address; all forms but CSV say it in themselves too.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(
                        mediaType = "application/geo+json",
                        schema = @Schema(type = SchemaType.OBJECT),
                        example = "{\"type\":\"FeatureCollection\",\"name\":\"planning-area\",\"features\":[]}"),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = "application/geopackage+sqlite3",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/zip", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "The registry knows no such level")
    public RestResponse<StreamingOutput> export(
            @QueryParam("level")
                    @Parameter(
                            description = "Code of the level; a GeoPackage takes several, each as a layer",
                            required = true,
                            example = "planning-area")
                    List<String> level,
            @QueryParam("asOf") @Parameter(description = "Day; today when left out", example = "2020-12-31") @Nullable
                    LocalDate asOf,
            @QueryParam("format")
                    @Parameter(description = "Form of the file; by `Accept` when left out", example = "gpkg")
                    @Nullable
                    ExportFormat format,
            @QueryParam("crs")
                    @Parameter(
                            description = "Coordinate system of the boundaries; WGS84 when left out",
                            example = "EPSG:25833")
                    @Nullable
                    String crs,
            HttpHeaders headers) {
        ExportFormat wanted = format == null ? accepted(headers) : format;
        ExportOrder order = new ExportOrder(
                levels(level, wanted),
                asOf == null ? LocalDate.now(clock) : Days.check("asOf", asOf),
                crs(crs),
                config.licence().orElse(null),
                config.source().orElse(null));
        String name = String.join("+", order.levels()) + "-" + order.asOf() + "." + wanted.ending();
        RestResponse.ResponseBuilder<StreamingOutput> answer = RestResponse.ResponseBuilder.ok(files.of(order, wanted));
        // a table has no room for it in itself
        order.licenceAddress()
                .ifPresent(address -> answer.header(HttpHeaders.LINK, "<" + address + ">; rel=\"license\""));
        return answer.header("Content-Description", ascii(order.metadata()))
                .header(HttpHeaders.CONTENT_TYPE, wanted.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** Letters that headers cannot carry become percent codes. */
    private static String ascii(String text) {
        return text.chars()
                .mapToObj(Character::toString)
                .map(letter -> letter.matches("[ -~]") ? letter : URLEncoder.encode(letter, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    private List<String> levels(List<String> codes, ExportFormat format) {
        if (codes.isEmpty()) {
            throw Invalid.parameter("level", null, "parameter.missing", "level");
        }
        List<String> distinct = codes.stream().distinct().toList();
        if (distinct.size() > 1 && format != ExportFormat.gpkg) {
            throw Invalid.parameter("level", String.join(", ", distinct), "export.one-level", format.name());
        }
        for (String code : distinct) {
            if (!levels.exists(Keys.check("level", code))) {
                throw new NotFound("level.unknown", code);
            }
        }
        return distinct;
    }

    private static Crs crs(@Nullable String name) {
        List<Crs> systems = CrsDefinitions.systems();
        return name == null
                ? Crs.EPSG_4326
                : Crs.of(name)
                        .filter(systems::contains)
                        .orElseThrow(() -> Invalid.parameter(
                                "crs",
                                name,
                                "export.crs-unknown",
                                systems.stream().map(Crs::code).collect(Collectors.joining(", "))));
    }

    private static ExportFormat accepted(HttpHeaders headers) {
        String accept = headers.getHeaderString(HttpHeaders.ACCEPT);
        return Arrays.stream(ExportFormat.values())
                .filter(format -> accept != null && accept.startsWith(format.mediaType()))
                .findFirst()
                .orElse(ExportFormat.geojson);
    }
}
