package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When a sum or mean is suppressed since a few contributors make up most of it (Dominanzregel); needs the largest
 * contributions beside the values.
 *
 * @param n number of the largest contributions that must not be more than k percent of the sum
 * @param k percent of the sum
 * @param p the second largest contributor must not be able to estimate the largest contribution to less than so many
 *     percent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Dominance",
        description = "When a sum or mean is suppressed since a few contributors make up most of it; of values with"
                + " delivered contributions")
public record DominanceRule(
        @Min(1) @Max(10) @Schema(description = "Number of the largest contributions", examples = "2") @Nullable
        Integer n,

        @DecimalMin("1")
        @DecimalMax("99")
        @Schema(description = "They must not be more than so many percent of the sum", examples = "85")
        @Nullable
        BigDecimal k,

        @DecimalMin("1")
        @DecimalMax("100")
        @Schema(
                description = "The second largest contributor must not be able to estimate the largest contribution to"
                        + " less than so many percent",
                examples = "10")
        @Nullable
        BigDecimal p) {}
