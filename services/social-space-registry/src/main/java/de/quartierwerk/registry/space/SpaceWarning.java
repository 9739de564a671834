package de.quartierwerk.registry.space;

import de.quartierwerk.registry.boundary.LonLat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody should look at in a boundary that was taken. */
@Schema(name = "SpaceWarning", description = "What somebody should look at in the boundary that was taken")
record SpaceWarning(
        @Schema(description = "Stable code for programs", examples = "overlaps")
        String code,

        @Schema(description = "What it is about, such as the other space", examples = "01011102") @Nullable
        String value,

        @Schema(description = "Where it lies") @Nullable LonLat place,

        @Schema(
                description = "In the language of Accept-Language",
                examples = "Die Grenze überschneidet sich mit der von „01011102“.")
        String message) {}
