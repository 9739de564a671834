package de.quartierwerk.reporting.classification;

import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.reporting.parameter.Parameters;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
            description = "Of the published runs that cover the area and whose scheme has fields of action, the one of "
                    + "the latest period and, within that, the one published last. Needs that people stated count as "
                    + "those found by rules.")
    public NeedsOverview overview(
            @QueryParam("area")
                    @Parameter(description = "Space key; without it the whole installation", example = "99001")
                    String area,
            @QueryParam("period") @Parameter(description = "Period; without it the latest", example = "2023")
                    String period,
            @QueryParam("scheme")
                    @Parameter(description = "Code of a scheme; without it any", example = "fields-of-action")
                    String scheme) {
        return needs.overview(
                Parameters.given(area) ? Keys.check("area", area) : null,
                Parameters.period(period),
                Parameters.given(scheme) ? Keys.check("scheme", scheme) : null);
    }
}
