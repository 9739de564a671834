package de.quartierwerk.ingestion.catalogue;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The counts behind a delivered share (Zähler und Nenner). It is not computed from them; they control it.
 *
 * @param numerator code of the indicator that shows its numerator
 * @param denominator code of the indicator that shows its denominator
 */
@Schema(name = "ShareOf", description = "The counts behind a delivered share")
public record ShareOf(
        @NotNull @Schema(examples = "unemployed-persons") String numerator,

        @NotNull @Schema(examples = "population-15-64") String denominator) {}
