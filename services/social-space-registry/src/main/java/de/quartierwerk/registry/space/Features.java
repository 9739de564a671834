package de.quartierwerk.registry.space;

import de.quartierwerk.registry.boundary.GeoJsonGeometry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** Spaces as GeoJSON features (RFC 7946). */
final class Features {
    static final String MEDIA_TYPE = "application/geo+json";

    private Features() {}

    /** A feature; its geometry is null for a space without a boundary. */
    static Map<String, Object> feature(Space space, Geometry boundary) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", space.key());
        feature.put("geometry", boundary == null ? null : GeoJsonGeometry.write(boundary));
        feature.put("properties", SpaceAnswer.of(space));
        return feature;
    }

    /** A collection; a further page is named in the member {@code next}. */
    static Map<String, Object> collection(List<Space> spaces, Map<Long, Geometry> boundaries, String next) {
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put(
                "features",
                spaces.stream()
                        .map(space -> feature(space, boundaries.get(space.id())))
                        .toList());
        if (next != null) {
            collection.put("next", next);
        }
        return collection;
    }
}
