package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How much of an indicator the public may see (Geheimhaltung).
 *
 * @param minimumCount counts from 1 to one less are suppressed
 * @param sensitive whether nobody may learn that none or all of a group are concerned
 * @param publicDecimals decimals that the public may see
 * @param minimumDenominator shares of smaller groups are suppressed; the installation's setting where left out
 * @param protection how its counts are changed
 * @param dominance when its sums are suppressed for their largest contributors
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Disclosure", description = "How much of an indicator the public may see")
public record Disclosure(
        @Schema(examples = "3") int minimumCount,

        @Schema(description = "Whether nobody may learn that none or all of a group are concerned") @Nullable
        Boolean sensitive,

        @Schema(examples = "1") @Nullable Integer publicDecimals,

        @Schema(examples = "50") @Nullable Integer minimumDenominator,
        @Nullable NoiseProtection protection,
        @Nullable DominanceRule dominance) {

    /** What applies where nothing is stated. */
    public static final Disclosure USUAL = new Disclosure(Definition.USUAL_MINIMUM_COUNT, null, null, null, null, null);
}
