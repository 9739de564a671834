package de.quartierwerk.ingestion.catalogue;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.outbox.Outbox;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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

    /** The catalogue as one document. */
    @GET
    @PermitAll
    @Operation(
            operationId = "exportCatalogue",
            summary = "Export the catalogue",
            description = "All present definitions and themes as one document with version and hash")
    public CataloguePackage export() {
        return service.export();
    }

    /** Takes a package. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "importCatalogue",
            summary = "Import a catalogue",
            description =
                    "All of its definitions are stored, or none; changed ones become the next version, definitions"
                            + " that it does not speak of stay. Needs the whole installation")
    @APIResponse(
            responseCode = "200",
            description = "What it led to",
            content = @Content(schema = @Schema(implementation = CatalogueImport.class)))
    public Response take(
            @Context HttpHeaders headers,
            @NotNull @Valid CataloguePackage content,
            @Parameter(description = DRY_RUN, example = "false") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun) {
        return taken(headers, content, dryRun);
    }

    /** The package that comes with the platform. */
    @GET
    @Path("shipped")
    @PermitAll
    @Operation(
            operationId = "readShippedCatalogue",
            summary = "Read the shipped catalogue",
            description = "Usual indicators of German social monitoring, and the counts they are computed from")
    public CataloguePackage shipped() {
        return service.shipped();
    }

    /** Takes the package that comes with the platform. */
    @POST
    @Path("shipped")
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "loadShippedCatalogue",
            summary = "Load the shipped catalogue",
            description = "Imports the shipped package. Needs the whole installation")
    @APIResponse(
            responseCode = "200",
            description = "What it led to",
            content = @Content(schema = @Schema(implementation = CatalogueImport.class)))
    public Response loadShipped(
            @Context HttpHeaders headers,
            @Parameter(description = DRY_RUN, example = "false") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun) {
        return taken(headers, service.shipped(), dryRun);
    }

    /** The themes. */
    @GET
    @Path("themes")
    @PermitAll
    @Operation(
            operationId = "listThemes",
            summary = "List the themes",
            description = "Themes of the catalogue with the number of their indicators, in the order of their codes")
    public Page<ThemeView> themes() {
        return new Page<>(service.themes(), null);
    }

    private Response taken(HttpHeaders headers, CataloguePackage content, boolean dryRun) {
        AtomicReference<OptionalLong> last = new AtomicReference<>(OptionalLong.empty());
        Response answer = idempotency.answer(headers, List.of(content.toString(), dryRun), () -> {
            CatalogueService.Imported imported = service.take(content, dryRun);
            last.set(imported.eventSequence());
            return Response.ok(imported.told()).build();
        });
        last.get().ifPresent(outbox::awaitSent);
        return answer;
    }
}
