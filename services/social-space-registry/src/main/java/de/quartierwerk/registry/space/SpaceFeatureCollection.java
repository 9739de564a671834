package de.quartierwerk.registry.space;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.kit.web.Page;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A page of spaces as a GeoJSON feature collection (RFC 7946).
 *
 * @param type always the same
 * @param features spaces of the page
 * @param next cursor of the next page
 */
@Schema(name = "SocialSpaceFeatureCollection", description = "A page of social spaces as GeoJSON")
record SpaceFeatureCollection(
        Type type,
        List<SpaceFeature> features,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Cursor of the next page; absent at the end", examples = "WyIwMTAxMTEwMSJd")
        @Nullable
        String next) {
    /** The only type. */
    @Schema(name = "FeatureCollectionType")
    enum Type {
        /** As RFC 7946 writes it. */
        FeatureCollection
    }

    static SpaceFeatureCollection of(Page<FoundSpace> page, Map<Long, Geometry> boundaries) {
        List<SpaceFeature> features = page.items().stream()
                .map(found ->
                        SpaceFeature.of(found, boundaries.get(found.space().id())))
                .toList();
        return new SpaceFeatureCollection(Type.FeatureCollection, features, page.next());
    }
}
