package de.quartierwerk.funding.baserate;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A base rate (Basiszinssatz).
 *
 * @param validFrom first day
 * @param percent percent a year
 */
@Schema(name = "BaseRate", description = "A base rate")
public record BaseRateResponse(
        @Schema(examples = "2016-07-01") LocalDate validFrom,
        @Schema(examples = "-0.88") BigDecimal percent) {}
