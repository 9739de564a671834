package de.quartierwerk.registry.level;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A level as the API shows it; see {@link LevelRequest} for the parts. Its version grows by one with every change. */
@Schema(name = "SpaceLevel", description = "A level of spaces (Raumebene)")
record LevelResponse(
        @Schema(examples = "planning-area") String code,
        @Schema(examples = "Planungsraum") String name,

        @Schema(description = "Lower rank means larger area", examples = "40")
        int rank,

        @Schema(description = "Regular expression that every key matches", examples = "[0-9]{8}") @Nullable
        String keyPattern,

        @Schema(description = "A parent lies in the same hierarchy or in `administrative`", examples = "social")
        String hierarchy,

        @Schema(description = "Whether its spaces together cover their parent")
        boolean covers,

        @Schema(description = "Typed attributes of its spaces")
        List<LevelAttribute> attributes,

        @Nullable SizeRecommendation sizeRecommendation,

        @Schema(description = "Grows with every change", examples = "1")
        long version) {}
