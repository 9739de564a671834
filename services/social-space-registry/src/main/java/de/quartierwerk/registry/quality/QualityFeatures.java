package de.quartierwerk.registry.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.registry.boundary.GeoJson;
import de.quartierwerk.registry.boundary.GeoJsonGeometry;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of irregularities as a GeoJSON feature collection (RFC 7946).
 *
 * @param type always the same
 * @param features irregularities with their faulty pieces
 * @param next cursor of the next page
 */
@Schema(name = "QualityFeatureCollection", description = "A page of irregularities as GeoJSON")
record QualityFeatures(
        CollectionType type,
        List<Feature> features,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Cursor of the next page; absent at the end", examples = "WyIxMDAiXQ")
        @Nullable
        String next) {
    static final String MEDIA_TYPE = "application/geo+json";

    /** The only type of a collection. */
    @Schema(name = "QualityCollectionType")
    enum CollectionType {
        /** As RFC 7946 writes it. */
        FeatureCollection
    }

    /** The only type of a feature. */
    @Schema(name = "QualityFeatureType")
    enum FeatureType {
        /** As RFC 7946 writes it. */
        Feature
    }

    /**
     * An irregularity with its piece.
     *
     * @param type always the same
     * @param geometry the faulty piece
     * @param properties the irregularity as JSON
     */
    @Schema(name = "QualityFeature", description = "An irregularity with its faulty piece")
    record Feature(
            FeatureType type,

            @Schema(description = "The faulty piece, null where it has no area") @Nullable
            GeoJson geometry,

            QualityItem properties) {}

    static QualityFeatures of(Page<Irregularity> page) {
        List<Feature> features = page.items().stream()
                .map(found -> new Feature(
                        FeatureType.Feature,
                        found.piece() == null ? null : GeoJsonGeometry.write(found.piece()),
                        QualityItem.of(found)))
                .toList();
        return new QualityFeatures(CollectionType.FeatureCollection, features, page.next());
    }
}
