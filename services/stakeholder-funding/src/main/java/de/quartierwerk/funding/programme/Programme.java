package de.quartierwerk.funding.programme;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A programme (Förderprogramm) as it is answered.
 *
 * @param code natural key
 * @param openNow whether applications may be submitted today
 * @param content what is said about it
 */
@Schema(description = "A programme (Förderprogramm)")
public record Programme(
        @Schema(examples = "quartier") String code,

        @Schema(description = "Whether applications may be submitted today")
        boolean openNow,

        @JsonUnwrapped ProgrammeBody content) {}
