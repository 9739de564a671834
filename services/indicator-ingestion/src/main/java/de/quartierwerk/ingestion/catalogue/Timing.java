package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which days an indicator is about (Stichtag und Turnus).
 *
 * @param referenceDate day of the year as {@code --12-31}
 * @param periodicity ISO 8601 duration between two periods
 * @param stockOrFlow whether it counts what is there or what happens
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Timing", description = "Which days an indicator is about")
public record Timing(
        @Schema(examples = "--12-31") @Nullable String referenceDate,
        @Schema(examples = "P1Y") @Nullable String periodicity,
        @Schema(examples = "stock") @Nullable StockOrFlow stockOrFlow) {

    /** Nothing is stated. */
    public static final Timing NONE = new Timing(null, null, null);
}
