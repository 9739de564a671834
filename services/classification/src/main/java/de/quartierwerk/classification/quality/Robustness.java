package de.quartierwerk.classification.quality;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How robust the classes of a run are. */
@Schema(name = "Robustness", description = "How robust the classes of a run are against leaving out components")
public record Robustness(
        @Schema(description = "Id of the run", examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10")
        UUID run,

        @Schema(description = "The indices with classes and at least two components")
        List<IndexRobustness> indices,

        @Schema(
                description = "Indices that only stewards are told of, since a suppressed value takes part",
                examples = "status")
        List<String> withheld) {
    /** One index. */
    @Schema(name = "IndexRobustness", description = "How robust the classes of an index are")
    public record IndexRobustness(
            @Schema(description = "Code of the index", examples = "status")
            String index,

            @Schema(description = "Each component left out in turn")
            List<LeftOut> leaveOneOut,

            @Schema(
                    description = "Spaces that keep their class whichever component is left out, in percent",
                    nullable = true,
                    examples = "91.5")
            Double stablePercent,

            @Schema(description = "Spaces that do not, the least stable first; at most 1000")
            List<Unstable> unstable) {}

    /** An index without one component. */
    @Schema(name = "LeftOutComponent", description = "An index without one of its components")
    public record LeftOut(
            @Schema(description = "Indicator or index left out", examples = "S1")
            String component,

            @Schema(description = "Spaces that have a class with and without it", examples = "434")
            int compared,

            @Schema(description = "Spaces whose class changes", examples = "21")
            int changed,

            @Schema(description = "The same in percent", nullable = true, examples = "4.8387096774")
            Double changedPercent) {}

    /** A space whose class depends on single components. */
    @Schema(name = "UnstableSpace", description = "A space whose class depends on single components")
    public record Unstable(
            @Schema(description = "Space key", examples = "01011101")
            String space,

            @Schema(description = "Components without which its class changes", examples = "S1")
            List<String> dependsOn) {}
}
