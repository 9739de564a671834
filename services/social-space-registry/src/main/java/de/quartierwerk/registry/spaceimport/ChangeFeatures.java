package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.registry.boundary.GeoJson;
import de.quartierwerk.registry.boundary.GeoJsonGeometry;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A page of changes as GeoJSON (RFC 7946): of a changed boundary both, one after the other. */
@Schema(name = "ImportChangeFeatures", description = "A page of changes as GeoJSON")
record ChangeFeatures(
        @Schema(examples = "FeatureCollection") String type,

        List<Feature> features,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Cursor of the next page; absent at the end", examples = "WyIxNyIsIm5hbWUiXQ")
        @Nullable
        String next) {
    static final String MEDIA_TYPE = "application/geo+json";

    /** A boundary before or after the import, or a change without one. */
    @Schema(name = "ImportChangeFeature")
    record Feature(
            @Schema(examples = "Feature") String type,

            @Nullable GeoJson geometry,
            Properties properties) {}

    /** The change, and which of the two boundaries it is. */
    @Schema(name = "ImportChangeProperties")
    record Properties(
            @JsonUnwrapped ChangeResponse change,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "before or after", examples = "after")
            @Nullable
            String side) {}

    static ChangeFeatures of(Page<ChangeStatements.Change> page) {
        List<Feature> features =
                page.items().stream().flatMap(ChangeFeatures::features).toList();
        return new ChangeFeatures("FeatureCollection", features, page.next());
    }

    private static Stream<Feature> features(ChangeStatements.Change change) {
        ChangeResponse response = ChangeResponse.of(change);
        if (change.boundaryAfter() == null) {
            return Stream.of(feature(null, response, null));
        }
        return Stream.of(
                feature(change.boundaryBefore(), response, "before"),
                feature(change.boundaryAfter(), response, "after"));
    }

    private static Feature feature(@Nullable Geometry boundary, ChangeResponse change, @Nullable String side) {
        return new Feature(
                "Feature", boundary == null ? null : GeoJsonGeometry.write(boundary), new Properties(change, side));
    }
}
