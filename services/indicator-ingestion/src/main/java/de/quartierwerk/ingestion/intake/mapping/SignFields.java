package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What marks beside and instead of numbers mean.
 *
 * @param missing cells that mean: no value
 * @param suppressed cells that mean: kept secret by the source
 * @param unreliable cells that mean: too uncertain
 * @param zero cells that mean: exactly zero
 * @param statuses texts of status cells and flags behind numbers, and the status that they stand for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignFields(
        @Schema(description = "Cells that mean: no value; usually x, ... and empty ones", examples = "[\"x\",\":\"]")
        @Nullable
        List<String> missing,

        @Schema(description = "Cells that mean: kept secret by the source; usually . and *", examples = "[\"*\"]")
        @Nullable
        List<String> suppressed,

        @Schema(description = "Cells that mean: too uncertain to state; usually / and ()", examples = "[\"/\"]")
        @Nullable
        List<String> unreliable,

        @Schema(description = "Cells that mean: exactly zero; usually -", examples = "[\"-\"]") @Nullable
        List<String> zero,

        @JsonDeserialize(using = TextsOnce.class)
        @Schema(
                type = SchemaType.OBJECT,
                additionalProperties = String.class,
                description = "Texts of status cells and flags behind numbers, and the status that they stand for,"
                        + " beside the letters of SDMX and Eurostat",
                examples = "{\"vorl\":\"normal\",\"s\":\"estimated\"}")
        @Nullable
        Map<String, String> statuses) {

    /** Copies lists and translations. */
    public SignFields {
        missing = missing == null ? null : List.copyOf(missing);
        suppressed = suppressed == null ? null : List.copyOf(suppressed);
        unreliable = unreliable == null ? null : List.copyOf(unreliable);
        zero = zero == null ? null : List.copyOf(zero);
        statuses = statuses == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(statuses));
    }

    /** The stated meanings of status texts. */
    public Map<String, String> statedStatuses() {
        return statuses == null ? Map.of() : statuses;
    }
}
