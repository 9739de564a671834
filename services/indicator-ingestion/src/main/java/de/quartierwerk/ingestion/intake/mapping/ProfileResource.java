package de.quartierwerk.ingestion.intake.mapping;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stored mappings over HTTP. */
@Path("profiles")
@Tag(name = "Mapping profiles", description = "Stored mappings of files (Lieferprofile)")
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {
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
            summary = "Store a mapping profile",
            description =
                    "Creates the profile (201) or its next version (200); the same mapping again keeps its version")
    @APIResponse(
            responseCode = "200",
            description = "The present version",
            content = @Content(schema = @Schema(implementation = Profile.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = Profile.class)))
    public Response write(
            @Parameter(description = "Code of the profile", example = "statistics-office") @PathParam("code")
                    String code,
            @NotNull Mapping mapping) {
        ProfileService.Written written = service.write(Keys.check("code", code), mapping);
        Response.ResponseBuilder answer =
                written.created() ? Response.created(URI.create("profiles/" + code)) : Response.ok();
        return answer.entity(written.profile()).build();
    }

    /** Reads a stored mapping. */
    @GET
    @Path("{code}")
    @PermitAll
    @Operation(summary = "Read a mapping profile", description = "The present version")
    public Profile read(
            @Parameter(description = "Code of the profile", example = "statistics-office") @PathParam("code")
                    String code) {
        return service.current(code);
    }

    /** Lists the stored mappings. */
    @GET
    @PermitAll
    @Operation(summary = "List mapping profiles", description = "Present versions in the order of their codes")
    public Page<Profile> list(@BeanParam PageRequest page) {
        return Page.of(
                service.page(page.after(1).stream().findFirst().orElse(""), page.limit() + 1),
                page.limit(),
                profile -> List.of(profile.code()));
    }
}
