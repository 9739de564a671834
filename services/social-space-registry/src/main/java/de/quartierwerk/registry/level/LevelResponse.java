package de.quartierwerk.registry.level;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A level as the API shows it.
 *
 * @param code natural key
 * @param name name for people
 * @param rank lower rank means larger area; several levels may share one
 * @param version grows by one with every change
 */
@Schema(name = "SpaceLevel", description = "A level of spaces (Raumebene)")
record LevelResponse(
        @Schema(examples = "planning-area") String code,
        @Schema(examples = "Planungsraum") String name,

        @Schema(description = "Lower rank means larger area", examples = "40")
        int rank,

        @Schema(description = "Grows with every change", examples = "1")
        long version) {}
