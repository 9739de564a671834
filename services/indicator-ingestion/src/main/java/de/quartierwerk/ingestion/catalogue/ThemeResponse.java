package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A theme and how many indicators belong to it.
 *
 * @param code code that indicators name
 * @param name name for people; the code where only indicators name the theme
 * @param englishName name for people who read English
 * @param indicators number of indicators
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ThemeResponse", description = "A theme and the number of its indicators")
public record ThemeResponse(
        @Schema(examples = "employment") String code,
        @Schema(examples = "Erwerbsleben") String name,
        @Schema(examples = "Employment") @Nullable String englishName,
        @Schema(examples = "13") long indicators) {}
