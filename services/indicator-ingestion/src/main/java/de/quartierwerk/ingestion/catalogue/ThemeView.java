package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A theme with what belongs to it.
 *
 * @param code code that indicators name
 * @param name name for people; the code where only indicators speak of it
 * @param englishName name for people who read English, or null
 * @param indicators number of indicators
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ThemeWithIndicators", description = "A theme and the number of its indicators")
public record ThemeView(
        @Schema(examples = "employment") String code,
        @Schema(examples = "Erwerbsleben") String name,

        @Schema(nullable = true, examples = "Employment") String englishName,

        @Schema(examples = "13") long indicators) {}
