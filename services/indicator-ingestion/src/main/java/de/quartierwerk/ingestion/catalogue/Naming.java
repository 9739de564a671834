package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator is called (Bezeichnung).
 *
 * @param name name for people
 * @param englishName name for people who read English
 * @param description what it measures
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Naming", description = "What an indicator is called")
public record Naming(
        @Schema(examples = "Arbeitslose") String name,
        @Schema(examples = "Unemployed people") @Nullable String englishName,

        @Schema(examples = "Anteil der Arbeitslosen") @Nullable
        String description) {}
