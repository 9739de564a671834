package de.quartierwerk.registry.level;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a level shall be.
 *
 * @param name name for people
 * @param rank lower rank means larger area
 */
@Schema(name = "SpaceLevelRequest", description = "What a level shall be")
record LevelRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Planungsraum")
        String name,

        @NotNull @Min(0) @Max(1_000_000) @Schema(description = "Lower rank means larger area", examples = "40")
        Integer rank) {}
