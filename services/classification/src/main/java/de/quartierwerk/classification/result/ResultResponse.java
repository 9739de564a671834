package de.quartierwerk.classification.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The result of one space as it is answered. */
@Schema(name = "Result", description = "The result of one space")
public record ResultResponse(
        @Schema(description = "Space key", examples = "01011101")
        String space,

        @Schema(
                description = "Why the space takes no part; null where it does",
                examples = "fewer than 300 inhabitants")
        @Nullable
        String excluded,

        @Schema(
                description = "Result per index",
                examples = "{\"status\":{\"value\":-0.49038,\"raw\":-1.90361,\"class\":\"2\",\"label\":\"mittel\"}}")
        Map<String, IndexResult> indices,

        @Schema(description = "The cross of two classes", examples = "2+/-") @Nullable
        String group,

        @Schema(description = "Codes of the needs, found or stated", examples = "HF1")
        List<String> needs,

        @Schema(description = "Those of the needs that people stated")
        List<StatedNeedMark> statedNeeds) {
    /** The result of one index. */
    @Schema(name = "IndexResult", description = "The result of one index for one space")
    public record IndexResult(
            @Schema(description = "Value after restandardisation", examples = "-0.49038") @Nullable
            Double value,

            @Schema(description = "Combined value before it", examples = "-1.90361") @Nullable
            Double raw,

            @Schema(name = "class", description = "Code of the class", examples = "2") @JsonProperty("class") @Nullable
            String classCode,

            @Schema(description = "Label of the class", examples = "mittel") @Nullable
            String label,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Why there is no value", examples = "component-missing")
            @Nullable
            NoValue reason,

            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            @Schema(
                    description =
                            "Components in whose place something else stands since their value is missing; left out"
                                    + " where none",
                    examples = "S1")
            List<String> imputed) {
        /** A result that rests on delivered values only. */
        public IndexResult(
                @Nullable Double value,
                @Nullable Double raw,
                @Nullable String classCode,
                @Nullable String label,
                @Nullable NoValue reason) {
            this(value, raw, classCode, label, reason, List.of());
        }
    }

    /** A need that people stated. */
    @Schema(name = "StatedNeedMark", description = "A need of qualitative or municipal origin")
    public record StatedNeedMark(
            @Schema(description = "Code of the need", examples = "HF2")
            String need,

            @Schema(description = "Where it comes from", examples = "qualitative")
            NeedOrigin origin,

            @Schema(description = "Why", examples = "Gespräche mit Pflegediensten im Mai")
            String reason) {}
}
