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

        @Schema(description = "Needs that people stated") List<ResultAnswer.StatedAnswer> statedNeeds) {
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

            @Schema(description = "Value of the index", nullable = true, examples = "-0.49038")
            Double value,

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

            @Schema(description = "The components in order") List<ComponentPart> components) {}

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

            @Schema(description = "Standardised value, high = burdened", nullable = true, examples = "-0.45283")
            Double standardised,

            @Schema(description = "Weight in the document", nullable = true, examples = "1.0")
            Double weight,

            @Schema(description = "What it adds to the combined value", nullable = true, examples = "-0.45283")
            Double contribution,

            @Schema(description = "Whether it was left out since it does not vary", examples = "false")
            boolean leftOut) {}

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
            ConditionPart when) {}

    /** A condition; only what belongs to its type is there. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ConditionExplanation", description = "A condition with what was found")
    public record ConditionPart(
            String type,
            boolean held,
            boolean open,
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
            Double margin,
            Boolean withheld,
            String index,
            List<String> classes,
            String foundClass) {}
}
