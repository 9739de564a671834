package de.quartierwerk.classification.quality;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What changed between two runs. */
@Schema(name = "RunComparison", description = "What changed from another run to this one; spaces are matched by key")
public record Comparison(
        @Schema(description = "Id of the run", examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10")
        UUID run,

        @Schema(description = "Id of the run before", examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c11")
        UUID with,

        @Schema(description = "What differs between the runs")
        Causes causes,

        @Schema(description = "Indices that both runs have") List<IndexComparison> indices,

        @Schema(description = "Needs that appeared, stayed or went")
        List<NeedComparison> needs) {
    /** What differs between the runs. */
    @Schema(name = "ComparisonCauses", description = "What differs between the runs")
    public record Causes(
            @Schema(description = "Another scheme or version", examples = "false")
            boolean scheme,

            @Schema(description = "Other releases of values", examples = "true")
            boolean values,

            @Schema(description = "Spaces of this run only", examples = "0")
            int spacesAdded,

            @Schema(description = "Spaces of the other run only", examples = "0")
            int spacesGone) {}

    /** Transitions between the classes of an index. */
    @Schema(name = "IndexComparison", description = "Transitions between the classes of an index")
    public record IndexComparison(
            @Schema(description = "Code of the index", examples = "status")
            String index,

            @Schema(description = "Spaces classified both times", examples = "434")
            int compared,

            @Schema(description = "Spaces in a higher class than before", examples = "10")
            int up,

            @Schema(description = "Spaces in a lower class than before", examples = "12")
            int down,

            @Schema(
                    description = "Class before to class now to number of spaces",
                    examples = "{\"1\":{\"1\":70,\"2\":4}}")
            Map<String, Map<String, Integer>> transitions,

            @Schema(description = "Spaces whose class changed; at most 1000")
            List<Mover> movers) {}

    /** A space whose class changed. */
    @Schema(name = "Mover", description = "A space whose class changed")
    public record Mover(
            @Schema(description = "Space key", examples = "01011101")
            String space,

            @Schema(description = "Class before", examples = "2")
            String from,

            @Schema(description = "Class now", examples = "3")
            String to) {}

    /** How a need changed. */
    @Schema(name = "NeedComparison", description = "Numbers of spaces where a need appeared, stayed or went")
    public record NeedComparison(
            @Schema(description = "Code of the need", examples = "HF1")
            String need,

            @Schema(description = "Spaces that did not have it", examples = "3")
            int appeared,

            @Schema(description = "Spaces that had it", examples = "12")
            int stayed,

            @Schema(description = "Spaces that no longer have it", examples = "1")
            int went) {}
}
