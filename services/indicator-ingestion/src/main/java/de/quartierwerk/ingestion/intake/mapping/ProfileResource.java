package de.quartierwerk.ingestion.intake.mapping;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.kit.web.Stored;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Stored mappings over HTTP. */
@Path("profiles")
@Tag(name = "Mapping profiles", description = "Stored mappings of files (Lieferprofile)")
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {
    private static final String CODE = "Code of the profile";
    private static final String EXAMPLE = "statistics-office";

    private final ProfileService service;

    ProfileResource(ProfileService service) {
        this.service = service;
    }

    /** Stores a mapping. */
    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "writeProfile",
            summary = "Store a mapping profile",
            description =
                    "Creates the profile (201) or its next version (200); the same mapping again keeps its version")
    @APIResponse(
            responseCode = "200",
            description = "The current version",
            content = @Content(schema = @Schema(implementation = ProfileResponse.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ProfileResponse.class)))
    public RestResponse<ProfileResponse> write(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @NotNull Mapping mapping,
            @BeanParam IfMatch ifMatch,
            @Context UriInfo uri) {
        return service.write(Keys.check("code", code), mapping, ifMatch).toResponse(uri);
    }

    /** Reads a stored mapping. */
    @GET
    @Path("{code}")
    @PermitAll
    @Operation(operationId = "readProfile", summary = "Read a mapping profile", description = "The current version")
    public RestResponse<ProfileResponse> read(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code) {
        Profile found = service.current(code);
        return new Stored<>(ProfileResponse.of(found), found.version(), false).toResponse();
    }

    /** Lists the stored mappings. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listProfiles",
            summary = "List mapping profiles",
            description = "Current versions in the order of their codes")
    public Page<ProfileResponse> list(@BeanParam PageRequest page) {
        String after = page.after(1, values -> values.get(0)).orElse("");
        List<ProfileResponse> found = service.page(after, page.limit() + 1).stream()
                .map(ProfileResponse::of)
                .toList();
        return Page.of(found, page.limit(), profile -> List.of(profile.code()));
    }
}
