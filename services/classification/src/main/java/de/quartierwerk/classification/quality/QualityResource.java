package de.quartierwerk.classification.quality;

import de.quartierwerk.kit.problem.Invalid;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Robustness and comparison of runs. */
@Path("runs/{id}")
@Tag(name = "Quality", description = "How robust results are, and what changed")
@Produces(MediaType.APPLICATION_JSON)
class QualityResource {
    private static final String RUN = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10";

    private final Quality quality;

    QualityResource(Quality quality) {
        this.quality = quality;
    }

    @GET
    @Path("robustness")
    @PermitAll
    @Operation(
            operationId = "getRobustness",
            summary = "How robust the classes are",
            description =
                    "Each component of each index is left out in turn, and the spaces whose class changes are counted.")
    public Robustness robustness(@Parameter(description = "Id of the run", example = RUN) @PathParam("id") UUID id) {
        return quality.robustness(id);
    }

    @GET
    @Path("comparison")
    @PermitAll
    @Operation(
            operationId = "compareRuns",
            summary = "What changed from another run to this one",
            description = "Transitions between classes, movers, needs that appeared, stayed or went, and what differs"
                    + " between the runs. Spaces are matched by their keys.")
    public Comparison compare(
            @Parameter(description = "Id of the run", example = RUN) @PathParam("id") UUID id,
            @Parameter(
                            description = "Id of the run to compare with, usually an earlier one",
                            required = true,
                            example = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c11")
                    @QueryParam("with")
                    UUID with) {
        if (with == null) {
            throw Invalid.parameter("with", null, "parameter.missing", "with");
        }
        return quality.comparison(id, with);
    }
}
