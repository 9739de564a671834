package de.quartierwerk.classification.quality;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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
    private final Comparisons comparisons;

    QualityResource(Quality quality, Comparisons comparisons) {
        this.quality = quality;
        this.comparisons = comparisons;
    }

    @GET
    @Path("robustness")
    @PermitAll
    @Operation(
            operationId = "getRobustness",
            summary = "Read how robust the classes are",
            description =
                    "Components left out in turn, weights drawn anew 1,000 times within 20 %, other standardisations, and"
                            + " intervals of ratios with small denominators; with a summary in words.")
    public Robustness robustness(@Parameter(description = "Id of the run", example = RUN) @PathParam("id") UUID id) {
        return quality.robustness(id);
    }

    @GET
    @Path("robustness/spaces")
    @PermitAll
    @Operation(
            operationId = "listStability",
            summary = "List how stable the class of each space is",
            description = "In the order of the space keys. Empty where only stewards may see the index.")
    public Page<Robustness.SpaceStability> stability(
            @Parameter(description = "Id of the run", example = RUN) @PathParam("id") UUID id,
            @Parameter(
                            description = "Code of the index; may be left out where only one has classes",
                            example = "status")
                    @QueryParam("index")
                    String index,
            @BeanParam PageRequest page) {
        List<String> after = page.after(1);
        List<Robustness.SpaceStability> found =
                quality.spaces(id, index, after.isEmpty() ? "" : after.get(0), page.limit() + 1);
        return Page.of(found, page.limit(), space -> List.of(space.space()));
    }

    @GET
    @Path("comparison")
    @PermitAll
    @Operation(
            operationId = "compareRuns",
            summary = "Compare a run with another",
            description =
                    "Transitions between classes, movers with causes, the change on the scale of the other run, needs"
                            + " that appeared, stayed or went, and what differs between the runs. Spaces are matched by key and"
                            + " validity.")
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
        return comparisons.compare(id, with);
    }
}
