package de.quartierwerk.registry.space;

import de.quartierwerk.registry.boundary.GeoJson;
import de.quartierwerk.registry.boundary.GeoJsonGeometry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A space as a GeoJSON feature (RFC 7946).
 *
 * @param type always the same
 * @param id key of the space
 * @param geometry exact boundary
 * @param properties the space as JSON
 */
@Schema(name = "SocialSpaceFeature", description = "A social space as a GeoJSON feature")
record SpaceFeature(
        Type type,
        @Schema(examples = "01011101") String id,

        @Schema(description = "Exact boundary") @Nullable GeoJson geometry,

        SpaceResponse properties) {
    static final String MEDIA_TYPE = "application/geo+json";

    /** The only type. */
    @Schema(name = "FeatureType")
    enum Type {
        /** As RFC 7946 writes it. */
        Feature
    }

    static SpaceFeature of(FoundSpace found, @Nullable Geometry boundary) {
        return new SpaceFeature(
                Type.Feature,
                found.space().key(),
                boundary == null ? null : GeoJsonGeometry.write(boundary),
                SpaceResponse.of(found));
    }
}
