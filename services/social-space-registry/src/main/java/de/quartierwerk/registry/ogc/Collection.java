package de.quartierwerk.registry.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection of features, as the standard describes it.
 *
 * @param id code of the level, with {@code .history} for all spans
 * @param extent where and when its features lie; absent while there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Collection(
        String id,
        String title,
        String description,
        List<Link> links,
        @Nullable Extent extent,
        String itemType,
        List<String> crs,
        String storageCrs) {

    /** Where and when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Extent(@Nullable Spatial spatial, Temporal temporal) {}

    /** Boxes in the system. */
    record Spatial(List<List<Double>> bbox, String crs) {}

    /** Intervals; null is an open end. */
    record Temporal(List<List<@Nullable String>> interval, String trs) {}
}
