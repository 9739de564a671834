package de.quartierwerk.classification.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.quartierwerk.classification.method.Condition;
import de.quartierwerk.classification.method.Measure;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A condition with what was found for one space; what is withheld or does not belong to it is left out. */
@Schema(
        name = "ConditionExplanation",
        description = "A condition with what was found; its `type` says which fields it has",
        oneOf = {
            ConditionExplanation.Combined.class,
            ConditionExplanation.InClass.class,
            ConditionExplanation.OfIndex.class,
            ConditionExplanation.Figure.class
        })
public sealed interface ConditionExplanation {
    /** What kind of condition it is. */
    @Schema(name = "ConditionType", description = "What kind of condition it is")
    enum Type {
        @JsonProperty("allOf")
        ALL_OF,
        @JsonProperty("anyOf")
        ANY_OF,
        @JsonProperty("atLeast")
        AT_LEAST,
        @JsonProperty("not")
        NOT,
        @JsonProperty("class")
        CLASS,
        @JsonProperty("value")
        VALUE,
        @JsonProperty("figure")
        FIGURE
    }

    /** What kind of condition it is. */
    Type type();

    /** Whether it holds; null where that is withheld. */
    @Nullable
    Boolean held();

    /** Whether a missing value leaves it open; null where that is withheld. */
    @Nullable
    Boolean open();

    /** Whether a figure of the condition is withheld. */
    boolean restsOnWithheld();

    /** A condition on other conditions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "CombinedConditionExplanation",
            description = "A condition on other conditions",
            requiredProperties = {"type", "parts"})
    record Combined(
            @Schema(description = "`allOf`, `anyOf`, `atLeast` or `not`", examples = "allOf")
            Type type,

            @Schema(description = "Whether it holds; absent where that is withheld", examples = "true") @Nullable
            Boolean held,

            @Schema(
                    description = "Whether a missing value leaves it open; absent where that is withheld",
                    examples = "false")
            @Nullable
            Boolean open,

            @Schema(description = "Of `atLeast`: how many of the parts have to hold", examples = "2") @Nullable
            Integer atLeast,

            @Schema(description = "The conditions that it combines")
            List<ConditionExplanation> parts)
            implements ConditionExplanation {
        @Override
        public boolean restsOnWithheld() {
            return parts.stream().anyMatch(ConditionExplanation::restsOnWithheld);
        }
    }

    /** A condition on the class of an index. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "ClassConditionExplanation",
            description = "A condition on the class of an index",
            requiredProperties = {"type", "held", "open", "index", "classes"})
    record InClass(
            @Schema(description = "`class`", examples = "class")
            Type type,

            @Schema(description = "Whether it holds", examples = "true")
            Boolean held,

            @Schema(description = "Whether a missing value leaves it open", examples = "false")
            Boolean open,

            @Schema(description = "Code of the index", examples = "status")
            String index,

            @Schema(description = "Classes with which it holds", examples = "4")
            List<String> classes,

            @Schema(description = "The class found; absent where there is none", examples = "4") @Nullable
            String foundClass)
            implements ConditionExplanation {
        @Override
        public boolean restsOnWithheld() {
            return false;
        }
    }

    /** A condition on the value of an index. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "ValueConditionExplanation",
            description = "A condition on the value of an index",
            requiredProperties = {"type", "index", "op", "threshold"})
    record OfIndex(
            @Schema(description = "`value`", examples = "value")
            Type type,

            @Schema(description = "Whether it holds; absent where that is withheld", examples = "true") @Nullable
            Boolean held,

            @Schema(
                    description = "Whether a missing value leaves it open; absent where that is withheld",
                    examples = "false")
            @Nullable
            Boolean open,

            @Schema(description = "Code of the index", examples = "status")
            String index,

            @JsonUnwrapped Threshold threshold,

            @Schema(description = "The value found", examples = "1.2") @Nullable
            Double found,

            @Schema(description = "`true` where the value is withheld, else absent") @Nullable
            Boolean withheld)
            implements ConditionExplanation {
        @Override
        public boolean restsOnWithheld() {
            return Boolean.TRUE.equals(withheld);
        }
    }

    /** A condition on a figure of an indicator. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "FigureConditionExplanation",
            description = "A condition on a figure of an indicator",
            requiredProperties = {"type", "indicator", "measure", "op", "threshold"})
    record Figure(
            @Schema(description = "`figure`", examples = "figure")
            Type type,

            @Schema(description = "Whether it holds; absent where that is withheld", examples = "true") @Nullable
            Boolean held,

            @Schema(
                    description = "Whether a missing value leaves it open; absent where that is withheld",
                    examples = "false")
            @Nullable
            Boolean open,

            @Schema(description = "Indicator", examples = "S1")
            String indicator,

            @Schema(description = "What is taken of it", examples = "value")
            Measure measure,

            @Schema(description = "Of a change: over so many periods", examples = "1") @Nullable
            Integer lag,

            @JsonUnwrapped @Nullable Reference reference,

            @JsonUnwrapped Threshold threshold,

            @JsonUnwrapped Found found,

            @Schema(
                    description =
                            "`true` where the figure is withheld since a suppressed value takes part, else absent")
            @Nullable
            Boolean withheld)
            implements ConditionExplanation {
        @Override
        public boolean restsOnWithheld() {
            return Boolean.TRUE.equals(withheld);
        }
    }

    /** The larger area that a figure is compared with. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reference(
            @Schema(description = "Level that the scheme names, or `all`", examples = "municipality")
            String reference,

            @Schema(description = "Key of the area compared with, or `all`", examples = "99001001") @Nullable
            String referenceArea,

            @Schema(description = "Its level, or `all`", examples = "municipality")
            String referenceLevel,

            @Schema(
                    description = "Whether a larger area had to serve in place of the level that the scheme names",
                    examples = "false")
            boolean referenceReplaced,

            @Schema(description = "Ratio of the area; absent where it is missing or withheld", examples = "0.0916")
            @Nullable
            Double referenceRate) {}

    /** What a figure is held against. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Threshold(
            @Schema(description = "How they are compared", examples = ">=")
            Condition.Operator op,

            @Schema(description = "The threshold; of `between` the lower end", examples = "20")
            double threshold,

            @Schema(description = "Of `between` the upper end", examples = "40") @Nullable
            Double upper) {}

    /** What a figure rests on, as far as it is there and may be shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            @Schema(description = "The figure found", examples = "6.38298") @Nullable
            Double found,

            @Schema(description = "Numerator of the indicator", examples = "290") @Nullable
            Double numerator,

            @Schema(description = "Denominator of the indicator", examples = "4000") @Nullable
            Double denominator,

            @Schema(
                    description =
                            "Figure less threshold; of `between` the distance to the nearer end, negative outside",
                    examples = "1.38298")
            @Nullable
            Double margin) {}
}
