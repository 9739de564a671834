package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of an indicator's definition.
 *
 * @param code natural key
 * @param version from 1, one more with every changed definition
 * @param definition what was written, with what was left out filled in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IndicatorResponse", description = "A version of an indicator's definition")
public record IndicatorResponse(
        @Schema(examples = "unemployed") String code,
        @Schema(examples = "1") long version,
        @JsonUnwrapped Definition definition) {

    static IndicatorResponse of(Indicator indicator) {
        return new IndicatorResponse(indicator.code(), indicator.version(), indicator.definition());
    }
}
