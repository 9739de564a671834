package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which values are possible (Grenzen).
 *
 * @param minimum least possible value
 * @param maximum greatest possible value
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Limits", description = "Which values are possible")
public record Limits(
        @Schema(examples = "0") @Nullable BigDecimal minimum,
        @Schema(examples = "100") @Nullable BigDecimal maximum) {

    /** Every value is possible. */
    public static final Limits NONE = new Limits(null, null);

    /** Whether no value lies between the two. */
    boolean contradictory() {
        return minimum != null && maximum != null && minimum.compareTo(maximum) > 0;
    }
}
