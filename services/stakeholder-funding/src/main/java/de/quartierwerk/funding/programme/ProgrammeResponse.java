package de.quartierwerk.funding.programme;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A programme (Förderprogramm) as the API answers it.
 *
 * @param code natural key
 * @param openNow whether applications may be handed in today
 * @param exhausted whether its budget line has no money left this year and later
 * @param content what a client says about it
 */
@Schema(description = "A programme (Förderprogramm)")
public record ProgrammeResponse(
        @Schema(examples = "quartier") String code,

        @Schema(description = "Whether applications may be handed in today")
        boolean openNow,

        @Schema(description = "Whether its budget line has no money left in this year and all that follow")
        boolean exhausted,

        @JsonUnwrapped ProgrammeRequest content) {}
