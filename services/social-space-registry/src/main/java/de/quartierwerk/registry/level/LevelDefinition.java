package de.quartierwerk.registry.level;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A level as somebody defined it, complete; see {@link LevelRequest} for the parts. */
record LevelDefinition(
        String name,
        int rank,
        @Nullable String keyPattern,
        String hierarchy,
        boolean covers,
        List<LevelAttribute> attributes,
        @Nullable SizeRecommendation sizeRecommendation) {
    LevelDefinition {
        attributes = List.copyOf(attributes);
    }
}
