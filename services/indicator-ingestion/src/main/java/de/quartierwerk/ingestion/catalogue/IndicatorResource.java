package de.quartierwerk.ingestion.catalogue;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.outbox.Outbox;
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
import jakarta.ws.rs.QueryParam;
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
import org.jspecify.annotations.Nullable;

/** The catalogue over HTTP. */
@Path("indicators")
@Tag(name = "Indicators", description = "Catalogue of indicators (Indikatorenkatalog)")
@Produces(MediaType.APPLICATION_JSON)
public class IndicatorResource {
    private static final String CODE = "Code of the indicator";
    private static final String EXAMPLE = "unemployed";

    private final IndicatorService service;
    private final Outbox outbox;

    IndicatorResource(IndicatorService service, Outbox outbox) {
        this.service = service;
        this.outbox = outbox;
    }

    /** Writes a definition; answers when the other services can know it. */
    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "writeIndicator",
            summary = "Define an indicator",
            description =
                    "Creates the indicator (201) or its next version (200); the same definition again keeps its version")
    @APIResponse(
            responseCode = "200",
            description = "The current version",
            content = @Content(schema = @Schema(implementation = IndicatorResponse.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = IndicatorResponse.class)))
    public RestResponse<IndicatorResponse> write(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @NotNull @Valid DefinitionRequest definition,
            @BeanParam IfMatch ifMatch,
            @Context UriInfo uri) {
        IndicatorService.Written written = service.write(Keys.check("code", code), definition.definition(), ifMatch);
        outbox.awaitSent(written.eventSequence());
        return written.stored().toResponse(uri);
    }

    /** Reads a definition. */
    @GET
    @Path("{code}")
    @PermitAll
    @Operation(
            operationId = "readIndicator",
            summary = "Read an indicator",
            description = "The current version, or the one asked for")
    public RestResponse<IndicatorResponse> read(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @Parameter(description = "Version; the current one where left out", example = "1")
                    @QueryParam("version")
                    @Nullable
                    Long version) {
        Indicator found = service.find(code, version);
        return new Stored<>(IndicatorResponse.of(found), found.version(), false).toResponse();
    }

    /** Lists the versions of a definition. */
    @GET
    @Path("{code}/versions")
    @PermitAll
    @Operation(
            operationId = "listIndicatorVersions",
            summary = "List the versions of an indicator",
            description = "Oldest first")
    public Page<IndicatorResponse> versions(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code) {
        return new Page<>(
                service.versions(code).stream().map(IndicatorResponse::of).toList(), null);
    }

    /** Lists the catalogue. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listIndicators",
            summary = "List indicators",
            description = "Current versions in the order of their codes, as JSON or, all at once, as CSV")
    public Page<IndicatorResponse> list(
            @Parameter(description = "Only of this theme", example = "employment") @QueryParam("theme") @Nullable
                    String theme,
            @Parameter(description = "Only those whose code or name contains the text", example = "arbeitslos")
                    @QueryParam("q")
                    @Nullable
                    String text,
            @BeanParam PageRequest page) {
        String after = page.after(1, values -> values.get(0)).orElse("");
        List<IndicatorResponse> found = service.page(after, theme, text, page.limit() + 1).stream()
                .map(IndicatorResponse::of)
                .toList();
        return Page.of(found, page.limit(), indicator -> List.of(indicator.code()));
    }

    /** Lists the catalogue as a table. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    @Operation(hidden = true)
    public StreamingOutput table(@QueryParam("theme") @Nullable String theme, @QueryParam("q") @Nullable String text) {
        List<List<Object>> rows = service.page("", theme, text, Integer.MAX_VALUE).stream()
                .map(IndicatorResource::row)
                .toList();
        return CsvAnswer.of(
                List.of(
                        "code",
                        "version",
                        "name",
                        "unit",
                        "kind",
                        "polarity",
                        "theme",
                        "minimumCount",
                        "source",
                        "licence"),
                rows);
    }

    private static List<Object> row(Indicator indicator) {
        Definition d = indicator.definition();
        return Arrays.asList(
                CsvAnswer.code(indicator.code()),
                indicator.version(),
                d.name(),
                d.unit(),
                d.kind().text(),
                d.polarity().text(),
                d.theme(),
                d.minimumCount(),
                d.origin().source(),
                d.origin().licence());
    }
}
