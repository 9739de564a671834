package de.quartierwerk.ingestion.catalogue;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.outbox.Outbox;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The catalogue as a whole over HTTP. */
@Path("catalogue")
@Tag(name = "Indicators")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueResource {
    private static final String DRY_RUN = "Check and count only, store nothing";

    private final CatalogueService service;
    private final Outbox outbox;
    private final Idempotency idempotency;

    CatalogueResource(CatalogueService service, Outbox outbox, Idempotency idempotency) {
        this.service = service;
        this.outbox = outbox;
        this.idempotency = idempotency;
    }

    /** Exports the catalogue. */
    @GET
    @PermitAll
    @Operation(
            operationId = "exportCatalogue",
            summary = "Export the catalogue",
            description = "All current definitions and themes as one document with version and hash")
    public RestResponse<CatalogueResponse> export() {
        CatalogueResponse content = service.export();
        return RestResponse.ResponseBuilder.ok(content)
                .tag(IfMatch.tag(Objects.requireNonNull(content.version())))
                .build();
    }

    /** Imports a catalogue. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "importCatalogue",
            summary = "Import a catalogue",
            description =
                    "All of its definitions are stored, or none; changed ones become the next version, definitions"
                            + " that it does not name stay. Needs the whole installation")
    @APIResponse(responseCode = "200", description = "What it led to")
    public RestResponse<CatalogueImportResponse> take(
            @Context HttpHeaders headers,
            @NotNull @Valid CatalogueRequest content,
            @Parameter(description = DRY_RUN, example = "false") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun,
            @BeanParam IfMatch ifMatch) {
        return taken(headers, List.of(content.toString(), dryRun), () -> service.take(content, dryRun, ifMatch));
    }

    /** Reads the catalogue that comes with the platform. */
    @GET
    @Path("shipped")
    @PermitAll
    @Operation(
            operationId = "readShippedCatalogue",
            summary = "Read the shipped catalogue",
            description = "Usual indicators of German social monitoring, and the counts they are computed from")
    public CatalogueResponse shipped() {
        return service.shipped();
    }

    /** Imports the catalogue that comes with the platform. */
    @POST
    @Path("shipped")
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "loadShippedCatalogue",
            summary = "Load the shipped catalogue",
            description = "Imports the shipped catalogue. Needs the whole installation")
    @APIResponse(responseCode = "200", description = "What it led to")
    public RestResponse<CatalogueImportResponse> loadShipped(
            @Context HttpHeaders headers,
            @Parameter(description = DRY_RUN, example = "false") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun,
            @BeanParam IfMatch ifMatch) {
        return taken(headers, List.of("shipped", dryRun), () -> service.takeShipped(dryRun, ifMatch));
    }

    /** Lists the themes. */
    @GET
    @Path("themes")
    @PermitAll
    @Operation(
            operationId = "listThemes",
            summary = "List the themes",
            description = "Themes of the catalogue with the number of their indicators, in the order of their codes")
    public Page<ThemeResponse> themes() {
        return new Page<>(service.themes(), null);
    }

    private RestResponse<CatalogueImportResponse> taken(
            HttpHeaders headers, List<Object> parts, Supplier<CatalogueService.Imported> work) {
        List<Long> events = new ArrayList<>(1);
        RestResponse<CatalogueImportResponse> answer = idempotency.once(headers, parts, () -> {
            CatalogueService.Imported imported = work.get();
            imported.eventSequence().ifPresent(events::add);
            return RestResponse.ok(imported.response());
        });
        events.forEach(outbox::awaitSent);
        return answer;
    }
}
