package de.quartierwerk.classification.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.classification.method.Standardise;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How robust the classes of a run are. */
@Schema(name = "Robustness", description = "How robust the classes of a run are")
public record Robustness(
        @Schema(description = "Id of the run", examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10")
        UUID run,

        @Schema(description = "The indices with classes") List<IndexRobustness> indices,

        @Schema(
                description = "Indices that only stewards may see, since a suppressed value takes part",
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
                    examples = "91.5")
            @Nullable
            Double stablePercent,

            @Schema(description = "Spaces that do not, the least stable first; at most 1000")
            List<Unstable> unstable,

            @Schema(description = "The weights drawn anew again and again")
            Weights weights,

            @Schema(description = "The components standardised in other ways")
            List<OtherWay> standardisations,

            @Schema(description = "Ratios with small denominators")
            Uncertain uncertain,

            @Schema(description = "Numbers of spaces by the stability of their class")
            Verdicts verdicts,

            @Schema(
                    description = "What that means, in words",
                    examples =
                            "„Status“ ist robust: Die Klassen hängen kaum davon ab, wie im Einzelnen gerechnet wird.")
            List<String> sentences) {}

    /** Weights drawn anew. */
    @Schema(name = "DrawnWeights", description = "The weights drawn anew (Monte-Carlo); the same run gives the same")
    public record Weights(
            @Schema(description = "How often they are drawn", examples = "1000")
            int draws,

            @Schema(description = "Start of the generator", examples = "1")
            long seed,

            @Schema(description = "Largest change of each weight, in percent", examples = "20")
            double spreadPercent,

            @Schema(
                    description = "Part of the draws in which a space keeps its class, on average, in percent;"
                            + " null where classes cannot be drawn",
                    examples = "97.4")
            @Nullable
            Double keptPercent,

            @Schema(description = "Spaces that keep it in fewer than 90 of 100 draws", examples = "17")
            int unsure) {}

    /** Components standardised in another way. */
    @Schema(name = "OtherStandardisation", description = "The components standardised in another way")
    public record OtherWay(
            @Schema(description = "The way", examples = "min-max")
            Standardise standardise,

            @Schema(description = "Spaces that have a class both times", examples = "434")
            int compared,

            @Schema(description = "Spaces whose class changes", examples = "12")
            int changed,

            @Schema(description = "The same in percent", examples = "2.7649769585") @Nullable
            Double changedPercent) {}

    /** Ratios with small denominators. */
    @Schema(name = "UncertainRatios", description = "Ratios with small denominators, with Wilson's 95 % intervals")
    public record Uncertain(
            @Schema(description = "Denominators below this are small", examples = "500")
            double below,

            @Schema(description = "Spaces with such a ratio", examples = "40")
            int spaces,

            @Schema(description = "Those of them with another class at an end of an interval", examples = "9")
            int crossing) {}

    /** Numbers of spaces by the stability of their class. */
    @Schema(name = "StabilityCounts", description = "Numbers of spaces by the stability of their class")
    public record Verdicts(
            @Schema(description = "No check changes the class", examples = "380")
            int stable,

            @Schema(description = "One kind of check changes it", examples = "40")
            int mostly,

            @Schema(description = "Several kinds of check change it", examples = "14")
            int fragile) {}

    /** How stable a class is. */
    @Schema(name = "Stability", description = "How stable a class is")
    public enum Stability {
        @JsonProperty("stable")
        STABLE,
        @JsonProperty("mostly")
        MOSTLY,
        @JsonProperty("fragile")
        FRAGILE
    }

    /** The stability of the class of one space. */
    @Schema(name = "SpaceStability", description = "The stability of the class of one space")
    public record SpaceStability(
            @Schema(description = "Space key", examples = "01011101")
            String space,

            @Schema(name = "class", description = "Code of the class", examples = "2") @JsonProperty("class")
            String classCode,

            @Schema(description = "`stable`, `mostly` or `fragile`", examples = "stable")
            Stability stability,

            @Schema(
                    description = "Part of the draws of weights in which it keeps its class, in percent",
                    examples = "99.7")
            @Nullable
            Double keptPercent,

            @Schema(description = "Components without which its class changes", examples = "S1")
            List<String> dependsOn,

            @Schema(description = "Standardisations with which its class changes", examples = "min-max")
            List<Standardise> changesWith,

            @Schema(description = "Its ratios with small denominators")
            List<RatioInterval> intervals,

            @Schema(description = "The same in words", examples = "Die Klasse hängt an S1.")
            List<String> sentences) {}

    /** How far chance may carry a ratio. */
    @Schema(name = "RatioInterval", description = "Wilson's 95 % interval of a ratio with a small denominator")
    public record RatioInterval(
            @Schema(description = "Indicator", examples = "S1")
            String indicator,

            @Schema(description = "Lower end in the unit of the value", examples = "4.1")
            double low,

            @Schema(description = "Upper end", examples = "9.8")
            double high,

            @Schema(description = "Whether the class would be another at one of them", examples = "false")
            boolean crossesClassBreak) {}

    /** An index without one component. */
    @Schema(name = "LeftOutComponent", description = "An index without one of its components")
    public record LeftOut(
            @Schema(description = "Indicator or index left out", examples = "S1")
            String component,

            @Schema(description = "Spaces that have a class with and without it", examples = "434")
            int compared,

            @Schema(description = "Spaces whose class changes", examples = "21")
            int changed,

            @Schema(description = "The same in percent", examples = "4.8387096774") @Nullable
            Double changedPercent) {}

    /** A space whose class depends on single components. */
    @Schema(name = "UnstableSpace", description = "A space whose class depends on single components")
    public record Unstable(
            @Schema(description = "Space key", examples = "01011101")
            String space,

            @Schema(description = "Components without which its class changes", examples = "S1")
            List<String> dependsOn) {}
}
