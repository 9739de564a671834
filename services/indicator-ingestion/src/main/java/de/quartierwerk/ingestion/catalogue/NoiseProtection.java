package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the counts of an indicator are changed so that none of them is exact (überdeckende Geheimhaltung), by their
 * source or by the platform. Such counts do not add up and need no suppression.
 *
 * @param method how
 * @param deviation by how much a count may differ from the true one
 * @param variance variance of the difference, of cell keys
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Protection", description = "How the counts are changed so that none of them is exact")
public record NoiseProtection(
        @NotNull Method method,

        @NotNull @DecimalMin("1") @Schema(examples = "2") BigDecimal deviation,

        @DecimalMin("0")
        @Schema(
                description = "Variance of the difference; of cell keys only. The platform's own need it: from 1 to"
                        + " deviation x (deviation + 1) / 3",
                examples = "1.5")
        @Nullable
        BigDecimal variance) {

    /** The most that the platform's own cell keys change a count. */
    static final int MOST_DEVIATION = 20;

    /** Ways to change counts. */
    @Schema(
            name = "ProtectionMethod",
            description =
                    "cell-key and rounding: by the source. random-rounding: the platform rounds to multiples of the"
                            + " deviation plus 1, up or down by lot. own-cell-key: the platform changes counts by the cell keys"
                            + " that are delivered beside them")
    public enum Method {
        /** Cell key method (Cell-Key-Methode) of the statistical offices, since the census of 2022. */
        @JsonProperty("cell-key")
        CELL_KEY,
        /** Rounding to multiples, e.g. of 5 with a deviation of 2. */
        @JsonProperty("rounding")
        ROUNDING,
        /** The platform itself rounds to multiples of the deviation plus 1, up or down by lot, when it releases. */
        @JsonProperty("random-rounding")
        RANDOM_ROUNDING,
        /** The platform itself applies the cell key method, with keys that are delivered beside the counts. */
        @JsonProperty("own-cell-key")
        OWN_CELL_KEY;

        /** As written in definitions. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Noise of which no variance is known. */
    public NoiseProtection(Method method, BigDecimal deviation) {
        this(method, deviation, null);
    }

    /** Whether the platform changes the counts, and not their source. */
    public boolean byPlatform() {
        return method == Method.RANDOM_ROUNDING || needsKeys();
    }

    /** Whether a key has to be delivered beside each count. */
    public boolean needsKeys() {
        return method == Method.OWN_CELL_KEY;
    }

    /**
     * By how much the sum of some counts may differ from a count of the same: the deviation times the root of their
     * number, as independent deviations add up.
     */
    public BigDecimal deviationOfSum(int parts) {
        return deviation.multiply(BigDecimal.valueOf(Math.sqrt(parts + 1.0)));
    }
}
