package de.quartierwerk.reporting.classification;

import de.quartierwerk.events.Period;
import de.quartierwerk.reporting.code.KeyParameter;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Need for action at a glance. */
@Path("needs")
@Tag(name = "Needs", description = "Need for action, from published runs")
class NeedsResource {
    private final NeedsService needs;

    NeedsResource(NeedsService needs) {
        this.needs = needs;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            operationId = "getNeeds",
            summary = "Count the spaces and municipalities in need by field of action",
            description = "Answers from the run of the latest period and, within that, the one published last, of all "
                    + "published runs that cover the area and whose scheme has fields of action. Needs that people "
                    + "stated count like those found by rules.")
    public NeedsResponse needs(
            @QueryParam("area")
                    @Parameter(description = "Space key; without it the whole installation", example = "99001")
                    @Nullable
                    String area,
            @QueryParam("period")
                    @Parameter(
                            description = "Period; without it the latest",
                            schema = @Schema(type = SchemaType.STRING),
                            example = "2023")
                    @Nullable
                    Period period,
            @QueryParam("scheme")
                    @Parameter(description = "Code of a scheme; without it any", example = "fields-of-action")
                    @Nullable
                    String scheme) {
        return needs.overview(KeyParameter.of("area", area), period, KeyParameter.of("scheme", scheme));
    }
}
