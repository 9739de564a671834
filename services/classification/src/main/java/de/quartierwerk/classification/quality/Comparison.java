package de.quartierwerk.classification.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What changed between two runs. */
@Schema(name = "RunComparison", description = "What changed from another run to this one")
public record Comparison(
        @Schema(description = "Id of the run", examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10")
        UUID run,

        @Schema(description = "Id of the run before", examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c11")
        UUID with,

        @Schema(description = "What differs between the runs")
        Causes causes,

        @Schema(description = "Indices that both runs have") List<IndexComparison> indices,

        @Schema(description = "Needs that appeared, stayed or went")
        List<NeedComparison> needs,

        @Schema(
                description =
                        "How spaces are matched: `key-and-validity`. A space is the same where its key and the first"
                                + " day of its validity are; splits and merges are not carried over",
                examples = "key-and-validity")
        Matching matching,

        @Schema(
                description = "What that means, in words",
                examples = "Von 434 verglichenen Räumen sind 22 in einer anderen Klasse von „Status“.")
        List<String> sentences) {
    /** How spaces are matched. */
    @Schema(name = "SpaceMatching", description = "How spaces are matched")
    public enum Matching {
        @JsonProperty("key-and-validity")
        KEY_AND_VALIDITY
    }

    /** Where a class moved to. */
    @Schema(name = "ClassDirection", description = "Where a class moved to")
    public enum Direction {
        @JsonProperty("up")
        UP,
        @JsonProperty("down")
        DOWN
    }

    /** What differs between the runs. */
    @Schema(name = "ComparisonCauses", description = "What differs between the runs")
    public record Causes(
            @Schema(description = "Another scheme or version", examples = "false")
            boolean scheme,

            @Schema(description = "Another period or other releases of values", examples = "true")
            boolean values,

            @Schema(description = "Other spaces, or the same keys with another validity", examples = "false")
            boolean boundaries,

            @Schema(description = "Spaces of this run only", examples = "0")
            int spacesAdded,

            @Schema(description = "Spaces of the other run only", examples = "0")
            int spacesGone,

            @Schema(description = "Keys of both that were given to another space in between", examples = "0")
            int spacesRenewed) {}

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

            @Schema(description = "The same with every class, also where there is no space")
            Matrix matrix,

            @Schema(description = "Spaces whose class changed; at most 1000")
            List<Mover> movers,

            @Schema(
                    description =
                            "The classes of this run on the scale of the other one: its means, deviations and breaks"
                                    + " stay, so that only a space's own figures change its class; null where it cannot be"
                                    + " computed or is withheld")
            @Nullable
            FixedScale fixedScale,

            @Schema(
                    description = "Whether the fixed scale and causes are withheld since a suppressed value takes part",
                    examples = "false")
            boolean withheld) {}

    /** Transitions as a matrix. */
    @Schema(name = "TransitionMatrix", description = "Numbers of spaces by class before (rows) and now (columns)")
    public record Matrix(
            @Schema(description = "Classes before, from the lowest index value upwards", examples = "1")
            List<String> from,

            @Schema(description = "Classes now", examples = "1")
            List<String> to,

            @Schema(description = "A row of counts per class before", examples = "[[70,4],[2,10]]")
            List<List<Integer>> counts) {}

    /** Change on a fixed scale. */
    @Schema(name = "FixedScale", description = "Change on the scale of the other run")
    public record FixedScale(
            @Schema(description = "Spaces classified both times", examples = "434")
            int compared,

            @Schema(description = "Spaces in a higher class than before", examples = "31")
            int up,

            @Schema(description = "Spaces in a lower class than before", examples = "2")
            int down,

            @Schema(description = "Class before by class now on the same scale")
            Matrix matrix) {}

    /** A space whose class changed. */
    @Schema(name = "Mover", description = "A space whose class changed")
    public record Mover(
            @Schema(description = "Space key", examples = "01011101")
            String space,

            @Schema(description = "Class before", examples = "2")
            String from,

            @Schema(description = "Class now", examples = "3")
            String to,

            @Schema(description = "`up` or `down`", examples = "up")
            Direction direction,

            @Schema(
                    description =
                            "`scheme`, `data`, `boundaries`: what changed the class; with another scheme, that one is"
                                    + " computed on the other run's data; empty where it is not known",
                    examples = "data")
            List<String> causes,

            @Schema(
                    description =
                            "Class now on the scale of the other run: where it is the class before, the space moved"
                                    + " only relative to the others",
                    examples = "3")
            @Nullable
            String onFixedScale) {}

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
