package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the counts of an indicator are changed so that none of them is exact (überdeckende Geheimhaltung), by their
 * source or by the platform. Such counts do not add up and need no suppression.
 *
 * @param method how
 * @param deviation by how much a count may differ from the true one
 */
@Schema(name = "Protection", description = "How the counts are changed so that none of them is exact")
public record NoiseProtection(
        @NotNull Method method,

        @NotNull @DecimalMin("1") @Schema(examples = "2") BigDecimal deviation) {

    /** Ways to change counts. */
    public enum Method {
        /** Cell key method (Cell-Key-Methode) of the statistical offices, since the census of 2022. */
        @JsonProperty("cell-key")
        CELL_KEY,
        /** Rounding to multiples, e.g. of 5 with a deviation of 2. */
        @JsonProperty("rounding")
        ROUNDING,
        /** The platform itself rounds to multiples of the deviation plus 1, up or down by lot, when it releases. */
        @JsonProperty("random-rounding")
        RANDOM_ROUNDING
    }

    /** Whether the platform changes the counts, and not their source. */
    public boolean byPlatform() {
        return method == Method.RANDOM_ROUNDING;
    }

    /**
     * By how much the sum of some counts may differ from a count of the same: the deviation times the root of their
     * number, as independent deviations add up.
     */
    public BigDecimal deviationOfSum(int parts) {
        return deviation.multiply(BigDecimal.valueOf(Math.sqrt(parts + 1.0)));
    }
}
