package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the source of an indicator has changed its counts so that none of them is exact (überdeckende Geheimhaltung).
 * Such counts do not add up and need no suppression.
 *
 * @param method how
 * @param deviation by how much a count may differ from the true one
 */
@Schema(name = "Protection", description = "How the source has changed its counts so that none of them is exact")
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
        ROUNDING
    }

    /**
     * By how much the sum of some counts may differ from a count of the same: the deviation times the root of their
     * number, as independent deviations add up.
     */
    public BigDecimal deviationOfSum(int parts) {
        return deviation.multiply(BigDecimal.valueOf(Math.sqrt(parts + 1.0)));
    }
}
