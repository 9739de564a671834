package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator is computed from (Berechnung): a numerator and a denominator, or a formula; nothing where it is
 * delivered.
 *
 * @param numerator code of the indicator that is its numerator
 * @param denominator code of the indicator that is its denominator
 * @param formula arithmetic over codes in brackets
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Computation", description = "What an indicator is computed from")
public record Computation(
        @Schema(examples = "unemployed-persons") @Nullable String numerator,
        @Schema(examples = "population-15-64") @Nullable String denominator,

        @Schema(examples = "[a] / ([b] - [c]) * 100") @Nullable
        String formula) {

    /** The indicator is delivered. */
    public static final Computation NONE = new Computation(null, null, null);

    /** Numerator divided by denominator. */
    public static Computation ratio(String numerator, String denominator) {
        return new Computation(numerator, denominator, null);
    }

    /** By a formula. */
    public static Computation formula(String formula) {
        return new Computation(null, null, formula);
    }
}
