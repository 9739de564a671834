package de.quartierwerk.ingestion.catalogue;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.outbox.Outbox;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue over HTTP. */
@Path("indicators")
@Tag(name = "Indicators", description = "Catalogue of indicators (Indikatorenkatalog)")
@Produces(MediaType.APPLICATION_JSON)
public class IndicatorResource {
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
            summary = "Define an indicator",
            description =
                    "Creates the indicator (201) or its next version (200); the same definition again keeps its version")
    @APIResponse(
            responseCode = "200",
            description = "The present version",
            content = @Content(schema = @Schema(implementation = Indicator.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = Indicator.class)))
    public Response write(
            @Parameter(description = "Code of the indicator", example = "unemployed") @PathParam("code") String code,
            @NotNull @Valid Definition definition) {
        IndicatorService.Written written = service.write(Keys.check("code", code), definition);
        written.eventSequence().ifPresent(outbox::awaitSent);
        Response.ResponseBuilder answer =
                written.created() ? Response.created(URI.create("indicators/" + code)) : Response.ok();
        return answer.entity(written.indicator()).build();
    }

    /** Reads a definition. */
    @GET
    @Path("{code}")
    @PermitAll
    @Operation(summary = "Read an indicator", description = "The present version, or the one asked for")
    public Indicator read(
            @Parameter(description = "Code of the indicator", example = "unemployed") @PathParam("code") String code,
            @Parameter(description = "Version; the present one where left out", example = "1") @QueryParam("version")
                    Long version) {
        return version == null ? service.current(code) : service.version(code, version);
    }

    /** Lists the versions of a definition. */
    @GET
    @Path("{code}/versions")
    @PermitAll
    @Operation(summary = "List the versions of an indicator", description = "Oldest first")
    public Page<Indicator> versions(
            @Parameter(description = "Code of the indicator", example = "unemployed") @PathParam("code") String code) {
        return new Page<>(service.versions(code), null);
    }

    /** Lists the catalogue. */
    @GET
    @PermitAll
    @Operation(summary = "List indicators", description = "Present versions in the order of their codes")
    public Page<Indicator> list(
            @Parameter(description = "Only of this theme", example = "employment") @QueryParam("theme") String theme,
            @Parameter(description = "Only those whose code or name holds the text", example = "arbeitslos")
                    @QueryParam("q")
                    String text,
            @BeanParam PageRequest page) {
        return Page.of(
                service.page(page.after(1).stream().findFirst().orElse(""), theme, text, page.limit() + 1),
                page.limit(),
                indicator -> List.of(indicator.code()));
    }

    /** Lists the catalogue as a table. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    @Operation(hidden = true)
    public StreamingOutput table(@QueryParam("theme") String theme, @QueryParam("q") String text) {
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
                d.source(),
                d.licence());
    }
}
