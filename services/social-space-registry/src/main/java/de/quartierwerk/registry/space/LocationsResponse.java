package de.quartierwerk.registry.space;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * For each position the space that contains it.
 *
 * @param items in the order of the positions
 */
@Schema(name = "Locations", description = "For each position the space that contains it")
record LocationsResponse(List<Item> items) {
    LocationsResponse {
        items = List.copyOf(items);
    }

    /**
     * A position's answer.
     *
     * @param id id of the position
     * @param space the space
     * @param hint what is wrong with the position, if that can be said
     */
    @Schema(name = "Location", description = "A position and the space that contains it")
    record Item(
            @Schema(description = "As in the request", examples = "17") @Nullable
            String id,

            @Schema(description = "Null where no space lies") @Nullable
            SpaceResponse space,

            @Schema(description = "Why no space lies there, if that can be said") @Nullable
            Hint hint) {}

    /** What is wrong with a position. */
    @Schema(
            name = "LocationHint",
            description = "axes-swapped: with x and y turned round a space lies there; outside-world: not"
                    + " a position of the system")
    enum Hint {
        /** With the axes turned round a space lies there. */
        @JsonProperty("axes-swapped")
        AXES_SWAPPED,
        /** The numbers are no position of the system. */
        @JsonProperty("outside-world")
        OUTSIDE_WORLD;

        /** As it is written in answers. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
