package de.quartierwerk.ingestion.intake.template;

import de.quartierwerk.ingestion.intake.file.Spreadsheet;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.web.Keys;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Templates over HTTP. */
@Path("templates")
@Tag(name = "Mapping profiles")
public class TemplateResource {
    private final TemplateService service;
    private final CallerLanguage language;

    TemplateResource(TemplateService service, CallerLanguage language) {
        this.service = service;
        this.language = language;
    }

    /** A spreadsheet to fill in. */
    @GET
    @Path("{profile}.xlsx")
    @Produces(Spreadsheet.MEDIA_TYPE)
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "readTemplate",
            summary = "Get a spreadsheet to fill in",
            description =
                    "One row per expected space of the caller's areas, keys and names filled in and protected, lists"
                            + " to choose from, notes in the caller's language. A delivery with the same profile understands it as it is")
    @APIResponse(
            responseCode = "200",
            description = "The spreadsheet",
            content =
                    @Content(
                            mediaType = Spreadsheet.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class, format = "binary")))
    public RestResponse<StreamingOutput> read(
            @Parameter(description = "Code of the stored mapping", example = "statistics-office") @PathParam("profile")
                    String profile,
            @Parameter(description = "Period of the values, instead of the profile's", example = "2023-12-31")
                    @QueryParam("period")
                    @Nullable
                    String period) {
        TemplateService.Template template = service.of(Keys.check("profile", profile), period, language.locale());
        StreamingOutput content = out -> service.write(template, out);
        return RestResponse.ResponseBuilder.ok(content)
                .header("Content-Disposition", "attachment; filename=\"" + profile + ".xlsx\"")
                .build();
    }
}
