package de.quartierwerk.classification.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a space has its classes and needs; numbers are null where they are missing or withheld. */
@Schema(name = "Explanation", description = "Why a space has its classes and needs")
public record Explanation(
        @Schema(description = "Id of the run", examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10")
        UUID run,

        @Schema(description = "Space key", examples = "01011101")
        String space,

        @Schema(description = "Why the space takes no part", nullable = true, examples = "fewer than 300 inhabitants")
        String excluded,

        @Schema(description = "Whether numbers are withheld since a suppressed value takes part", examples = "false")
        boolean withheld,

        @Schema(description = "The indices in the scheme's order")
        List<IndexPart> indices,

        @Schema(description = "The cross of two classes", nullable = true, examples = "2+/-")
        String group,

        @Schema(description = "The rules of the needs in the scheme's order")
        List<NeedPart> needs,

        @Schema(description = "Needs that people stated") List<ResultAnswer.StatedAnswer> statedNeeds,

        @Schema(
                description = "What concerns the space as a whole, in words",
                examples = "Zahlen sind zurückgehalten, weil ein unterdrückter Wert beteiligt ist.")
        List<String> sentences) {
    /** An index with its components. */
    @Schema(name = "IndexExplanation", description = "An index with its components")
    public record IndexPart(
            @Schema(description = "Code of the index", examples = "status")
            String index,

            @Schema(description = "Title for people", examples = "Status")
            String title,

            @Schema(description = "How the components are combined", examples = "sum")
            String combine,

            @Schema(description = "Sum of the contributions", nullable = true, examples = "-1.90361")
            Double raw,

            @Schema(description = "How the combined value is standardised", examples = "z-population")
            String restandardise,

            @Schema(description = "Mean of the combined value", nullable = true, examples = "0.0")
            Double mean,

            @Schema(description = "Deviation of the combined value", nullable = true, examples = "3.88192")
            Double deviation,

            @Schema(description = "Smallest combined value", nullable = true, examples = "-6.1")
            Double minimum,

            @Schema(description = "Largest combined value", nullable = true, examples = "9.4")
            Double maximum,

            @Schema(description = "Value of the index", nullable = true, examples = "-0.49038")
            Double value,

            @Schema(description = "Rank among the spaces of the run, 1 = highest; ties get the mean rank")
            Position position,

            @Schema(description = "Rank among the spaces of the larger areas it lies in")
            List<AreaPosition> areas,

            @Schema(description = "Breaks between the classes", examples = "-1.0")
            List<Double> breaks,

            @Schema(name = "class", description = "Code of the class", nullable = true, examples = "2")
            @JsonProperty("class")
            String classCode,

            @Schema(description = "Label of the class", nullable = true, examples = "mittel")
            String label,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Why there is no value", nullable = true, examples = "component-missing")
            String reason,

            @Schema(description = "The components in order") List<ComponentPart> components,

            @Schema(description = "The same in words", examples = "„Status“: Indexwert -0,49, Klasse 2 (mittel).")
            List<String> sentences) {}

    /** A rank. */
    @Schema(name = "Position", description = "A rank; null where it is missing or withheld", nullable = true)
    public record Position(
            @Schema(description = "1 = highest; ties get the mean rank", examples = "12")
            double rank,

            @Schema(description = "Among so many spaces", examples = "434")
            int of) {}

    /** A rank within a larger area. */
    @Schema(name = "AreaPosition", description = "A rank within a larger area")
    public record AreaPosition(
            @Schema(description = "Level of the area", examples = "municipality")
            String level,

            @Schema(description = "Key of the area", examples = "99001001")
            String area,

            @Schema(description = "Rank among its spaces", nullable = true)
            Position position) {}

    /** A component compared with a larger area, or with all spaces of the run. */
    @Schema(name = "AreaComparison", description = "A component compared with a larger area or all spaces of the run")
    public record AreaComparison(
            @Schema(description = "Level of the area, or `all`", examples = "municipality")
            String level,

            @Schema(description = "Key of the area, or `all`", examples = "99001001")
            String area,

            @Schema(description = "Rank of the space's value among those of the area, 1 = most burdened")
            Position position,

            @Schema(description = "Sum of the numerators of its spaces", nullable = true, examples = "2310")
            Double numerator,

            @Schema(description = "Sum of the denominators", nullable = true, examples = "25210")
            Double denominator,

            @Schema(
                    description = "Their ratio: sum through sum, never a mean of rates",
                    nullable = true,
                    examples = "0.0916")
            Double rate,

            @Schema(
                    description = "How far the space's own ratio lies above it, in percent of it",
                    nullable = true,
                    examples = "12.4")
            Double deviationPercent,

            @Schema(description = "Whether numbers are withheld since a suppressed value is among them")
            boolean withheld) {}

    /** A component of an index. */
    @Schema(name = "ComponentExplanation", description = "A component of an index")
    public record ComponentPart(
            @Schema(description = "Indicator", nullable = true, examples = "S1")
            String indicator,

            @Schema(description = "Or earlier index", nullable = true, examples = "income")
            String index,

            @Schema(description = "What is taken of it", examples = "value")
            String measure,

            @Schema(description = "As measured", nullable = true, examples = "6.38298")
            Double value,

            @Schema(description = "Of a change: as measured so many periods before", nullable = true, examples = "6.1")
            Double before,

            @Schema(description = "Absolute number behind it", nullable = true, examples = "290")
            Double numerator,

            @Schema(description = "Of so many", nullable = true, examples = "4000")
            Double denominator,

            @Schema(description = "Transformation", examples = "none")
            String transform,

            @Schema(description = "After it", nullable = true, examples = "6.38298")
            Double transformed,

            @Schema(description = "Whether a high value is a burden", examples = "burden")
            String polarity,

            @Schema(description = "How it is standardised", examples = "z-population")
            String standardise,

            @Schema(description = "Mean over the universe, after transformation", nullable = true, examples = "8.6")
            Double mean,

            @Schema(description = "Standard deviation over the universe", nullable = true, examples = "4.9")
            Double deviation,

            @Schema(description = "Smallest over the universe", nullable = true, examples = "0.5")
            Double minimum,

            @Schema(description = "Largest over the universe", nullable = true, examples = "25.1")
            Double maximum,

            @Schema(description = "Rank after polarity over the universe, 1 = most burdened")
            Position position,

            @Schema(description = "Standardised value, high = burdened", nullable = true, examples = "-0.45283")
            Double standardised,

            @Schema(description = "Weight in the document", nullable = true, examples = "1.0")
            Double weight,

            @Schema(
                    description =
                            "What the standardised value is multiplied by here: the weight, its share of the weights"
                                    + " present, or the loading",
                    nullable = true,
                    examples = "1.0")
            Double share,

            @Schema(
                    description = "What it adds to the combined value; of a geometric mean to its logarithm",
                    nullable = true,
                    examples = "-0.45283")
            Double contribution,

            @Schema(description = "Whether it was left out since it does not vary", nullable = true, examples = "false")
            Boolean leftOut,

            @Schema(description = "Compared with the larger areas and all spaces; of indicators only")
            List<AreaComparison> areas) {}

    /** A need with its rule. */
    @Schema(name = "NeedExplanation", description = "A need with its rule")
    public record NeedPart(
            @Schema(description = "Code of the need", examples = "HF1")
            String code,

            @Schema(description = "Title for people", examples = "Benachteiligte Sozialräume")
            String title,

            @Schema(description = "Whether the rule holds", examples = "true")
            boolean held,

            @Schema(
                    description = "The rule, with every condition",
                    implementation = Object.class,
                    examples =
                            "{\"type\":\"figure\",\"held\":true,\"open\":false,\"indicator\":\"S1\",\"measure\":\"value\",\"op\":\">\",\"threshold\":5,\"found\":6.38298,\"margin\":1.38298}")
            ConditionPart when,

            @Schema(description = "The same in words", examples = "Bedarf „Benachteiligte Sozialräume“: festgestellt.")
            List<String> sentences) {}

    /** A condition; only what belongs to its type is there. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ConditionExplanation", description = "A condition with what was found")
    public record ConditionPart(
            String type,
            Boolean held,
            Boolean open,
            Integer atLeast,
            List<ConditionPart> parts,
            String indicator,
            String measure,
            Integer lag,
            String reference,
            String referenceArea,
            String referenceLevel,
            Boolean referenceReplaced,
            Double referenceRate,
            String op,
            Double threshold,
            Double upper,
            Double found,
            Double numerator,
            Double denominator,
            Double margin,
            Boolean withheld,
            String index,
            List<String> classes,
            String foundClass) {}
}
