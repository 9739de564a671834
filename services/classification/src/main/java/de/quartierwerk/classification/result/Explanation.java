package de.quartierwerk.classification.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.quartierwerk.classification.method.Bounds;
import de.quartierwerk.classification.method.Combine;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Polarity;
import de.quartierwerk.classification.method.PolarityOrder;
import de.quartierwerk.classification.method.Standardisation;
import de.quartierwerk.classification.method.Standardise;
import de.quartierwerk.classification.method.Ties;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a space has its classes and needs; numbers are null where they are missing or withheld. */
@Schema(name = "Explanation", description = "Why a space has its classes and needs")
public record Explanation(
        @Schema(description = "Id of the run", examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10")
        UUID run,

        @Schema(description = "Space key", examples = "01011101")
        String space,

        @Schema(description = "Why the space takes no part", examples = "fewer than 300 inhabitants") @Nullable
        String excluded,

        @Schema(description = "Whether numbers are withheld since a suppressed value takes part", examples = "false")
        boolean withheld,

        @Schema(description = "The indices in the scheme's order")
        List<IndexPart> indices,

        @Schema(description = "The cross of two classes", examples = "2+/-") @Nullable
        String group,

        @Schema(description = "The rules of the needs in the scheme's order")
        List<NeedPart> needs,

        @Schema(description = "Needs that people stated") List<ResultResponse.StatedNeedMark> statedNeeds,

        @Schema(description = "Indicators with noise in the counts behind them")
        List<Noise> noise,

        @Schema(
                description = "What concerns the space as a whole, in words",
                examples = "Zahlen sind zurückgehalten, weil ein unterdrückter Wert beteiligt ist.")
        List<String> sentences) {
    /** Noise that protects the counts behind an indicator. */
    @Schema(name = "Noise", description = "Noise that protects the counts behind an indicator")
    public record Noise(
            @Schema(description = "Indicator", examples = "unemployed")
            String indicator,

            @Schema(
                    description = "cell-key or rounding by the source, random-rounding or own-cell-key by the platform",
                    examples = "cell-key")
            String method,

            @Schema(description = "By how much each count may differ from the true one", examples = "4.0")
            double deviation) {}

    /** An index with its components. */
    @Schema(name = "IndexExplanation", description = "An index with its components")
    public record IndexPart(
            @Schema(description = "Code of the index", examples = "status")
            String index,

            @Schema(description = "Title for people", examples = "Status")
            String title,

            @Schema(description = "How the components are combined", examples = "sum")
            Combine combine,

            @Schema(description = "Sum of the contributions", examples = "-1.90361") @Nullable
            Double raw,

            @Schema(description = "How the combined value is standardised", examples = "z-population")
            Standardise restandardise,

            @JsonUnwrapped ScaleDetails details,

            @JsonUnwrapped Scale scale,

            @Schema(description = "Value of the index", examples = "-0.49038") @Nullable
            Double value,

            @JsonUnwrapped Standing standing,

            @JsonUnwrapped ClassFound found,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Why there is no value", examples = "component-missing")
            @Nullable
            NoValue reason,

            @Schema(description = "The components in order") List<ComponentPart> components,

            @Schema(description = "The same in words", examples = "„Status“: Indexwert -0,49, Klasse 2 (mittel).")
            List<String> sentences) {
        /** The same with its sentences. */
        IndexPart with(List<String> newSentences) {
            return new IndexPart(
                    index,
                    title,
                    combine,
                    raw,
                    restandardise,
                    details,
                    scale,
                    value,
                    standing,
                    found,
                    reason,
                    components,
                    newSentences);
        }
    }

    /** A scale over the universe: of a component after its transformation, of an index of the combined value. */
    public record Scale(
            @Schema(description = "Mean over the universe", examples = "8.6") @Nullable
            Double mean,

            @Schema(description = "Standard deviation over the universe", examples = "4.9") @Nullable
            Double deviation,

            @Schema(description = "Smallest over the universe", examples = "0.5") @Nullable
            Double minimum,

            @Schema(description = "Largest over the universe", examples = "25.1") @Nullable
            Double maximum) {}

    /** What stands beside a standardisation in the document; what does not is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScaleDetails(
            @Schema(description = "Rank of equal numbers, where the document says so", examples = "min") @Nullable
            Ties ties,

            @Schema(description = "Fixed ends in place of smallest and largest number", examples = "20.0") @Nullable
            List<Double> goalposts,

            @Schema(description = "Where min-max leads to", examples = "100.0") @Nullable
            List<Double> range,

            @Schema(description = "Indicator that weights mean and deviation", examples = "population") @Nullable
            String standardiseWeight,

            @Schema(description = "Level or attribute within whose groups it is standardised", examples = "district")
            @Nullable
            String within,

            @Schema(description = "Group of the space; numbers of the scale are those of the group", examples = "99001")
            @Nullable
            String scaleGroup,

            @Schema(description = "Decimals to which it is rounded", examples = "3") @Nullable
            Integer decimals) {
        /** Of a standardisation at a space of a group. */
        static ScaleDetails of(Standardisation how, @Nullable String group) {
            return new ScaleDetails(
                    how.ties(),
                    ends(how.goalposts()),
                    ends(how.range()),
                    how.weight(),
                    how.within(),
                    group,
                    how.decimals());
        }

        private static @Nullable List<Double> ends(@Nullable Bounds bounds) {
            return bounds == null ? null : List.of(bounds.low(), bounds.high());
        }
    }

    /** Where the value stands among others. */
    public record Standing(
            @Schema(description = "Rank among the spaces of the run, 1 = highest; ties get the mean rank") @Nullable
            Position position,

            @Schema(description = "Rank among the spaces of the larger areas it lies in")
            List<AreaPosition> areas) {}

    /** The class. */
    public record ClassFound(
            @Schema(description = "Breaks between the classes", examples = "-1.0")
            List<Double> breaks,

            @Schema(name = "class", description = "Code of the class", examples = "2") @JsonProperty("class") @Nullable
            String classCode,

            @Schema(description = "Label of the class", examples = "mittel") @Nullable
            String label) {}

    /** A rank. */
    @Schema(name = "Position", description = "A rank; null where it is missing or withheld")
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

            @Schema(description = "Rank among its spaces") @Nullable
            Position position) {}

    /** A component compared with a larger area, or with all spaces of the run. */
    @Schema(name = "AreaComparison", description = "A component compared with a larger area or all spaces of the run")
    public record AreaComparison(
            @Schema(description = "Level of the area, or `all`", examples = "municipality")
            String level,

            @Schema(description = "Key of the area, or `all`", examples = "99001001")
            String area,

            @Schema(description = "Rank of the space's value among those of the area, 1 = most burdened") @Nullable
            Position position,

            @Schema(description = "Sum of the numerators of its spaces", examples = "2310") @Nullable
            Double numerator,

            @Schema(description = "Sum of the denominators", examples = "25210") @Nullable
            Double denominator,

            @Schema(description = "Their ratio: sum through sum, never a mean of rates", examples = "0.0916") @Nullable
            Double rate,

            @Schema(description = "How far the space's own ratio lies above it, in percent of it", examples = "12.4")
            @Nullable
            Double deviationPercent,

            @Schema(description = "Whether numbers are withheld since a suppressed value is among them")
            boolean withheld) {}

    /** A component of an index. */
    @Schema(name = "ComponentExplanation", description = "A component of an index")
    public record ComponentPart(
            @JsonUnwrapped Source source,

            @JsonUnwrapped Measured measured,

            @JsonUnwrapped Prepared prepared,

            @Schema(description = "How it is standardised", examples = "z-population")
            Standardise standardise,

            @JsonUnwrapped ScaleDetails details,

            @JsonUnwrapped Scale scale,

            @Schema(description = "Rank after polarity over the universe, 1 = most burdened") @Nullable
            Position position,

            @Schema(description = "Standardised value, high = burdened", examples = "-0.45283") @Nullable
            Double standardised,

            @JsonUnwrapped Share part,

            @Schema(description = "Compared with the larger areas and all spaces; of indicators only")
            List<AreaComparison> areas) {}

    /** What a component is made of. */
    public record Source(
            @Schema(description = "Indicator", examples = "S1") @Nullable
            String indicator,

            @Schema(description = "Or earlier index", examples = "income") @Nullable
            String index,

            @Schema(description = "What is taken of it", examples = "value")
            Measure measure,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Or a condition, whose number is 1 where it holds and 0 where it does not")
            @Nullable
            ConditionExplanation condition) {}

    /** What was measured. */
    public record Measured(
            @Schema(description = "As measured", examples = "6.38298") @Nullable
            Double value,

            @Schema(description = "Of a change: as measured so many periods before", examples = "6.1") @Nullable
            Double before,

            @Schema(description = "Absolute number behind it", examples = "290") @Nullable
            Double numerator,

            @Schema(description = "Of so many", examples = "4000") @Nullable
            Double denominator,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(
                    description =
                            "What stands in place of the missing value, which is shown as value; left out where it"
                                    + " is not missing",
                    examples = "group-mean(district)")
            @Nullable
            String imputed) {}

    /** What was measured, made ready. */
    public record Prepared(
            @Schema(description = "Transformation", examples = "none")
            String transform,

            @Schema(description = "After it", examples = "6.38298") @Nullable
            Double transformed,

            @Schema(description = "Whether a high value is a burden", examples = "burden")
            Polarity polarity,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "When the polarity counts, where that is after standardising", examples = "after")
            @Nullable
            PolarityOrder polarityOrder) {}

    /** What a component adds to its index. */
    public record Share(
            @Schema(description = "Weight in the document", examples = "1.0") @Nullable
            Double weight,

            @Schema(
                    description =
                            "What the standardised value is multiplied by here: the weight, its share of the weights"
                                    + " present, or the loading",
                    examples = "1.0")
            @Nullable
            Double share,

            @Schema(
                    description = "What it adds to the combined value; of a geometric mean to its logarithm",
                    examples = "-0.45283")
            @Nullable
            Double contribution,

            @Schema(description = "Whether it was left out since it does not vary", examples = "false") @Nullable
            Boolean leftOut,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Loading on the factor or principal component", examples = "0.82")
            @Nullable
            Double loading) {}

    /** A need with its rule. */
    @Schema(name = "NeedExplanation", description = "A need with its rule")
    public record NeedPart(
            @Schema(description = "Code of the need", examples = "HF1")
            String code,

            @Schema(description = "Title for people", examples = "Benachteiligte Sozialräume")
            String title,

            @Schema(description = "Whether the rule holds", examples = "true")
            boolean held,

            @Schema(description = "The rule, with every condition")
            ConditionExplanation when,

            @Schema(description = "The same in words", examples = "Bedarf „Benachteiligte Sozialräume“: festgestellt.")
            List<String> sentences) {}
}
