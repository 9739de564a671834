package de.quartierwerk.registry.space;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.registry.boundary.GeoJson;
import de.quartierwerk.registry.validity.AnyDay;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An area whose spaces are looked for.
 *
 * @param geometry the area
 * @param crs system of the area; absent: EPSG:4326
 * @param relation how the spaces lie to the area; absent: they intersect
 * @param level level of the spaces; absent: any
 * @param asOf day on which they are valid; absent: today
 */
@Schema(name = "SpaceSearchRequest", description = "An area whose spaces are looked for")
record SearchRequest(
        @NotNull
        @Schema(
                implementation = GeoJson.class,
                description = "A GeoJSON Polygon or MultiPolygon, 50,000 positions at most")
        JsonNode geometry,

        @Schema(description = "EPSG:4326 when left out; as for imports", examples = "EPSG:25833") @Nullable
        String crs,

        @Nullable Relation relation,

        @Pattern(regexp = Keys.PATTERN)
        @Schema(description = "Any level when left out", examples = "planning-area")
        @Nullable
        String level,

        @Schema(description = "Today when left out", examples = "2020-12-31") @AnyDay @Nullable
        LocalDate asOf) {
    static final int MOST_POSITIONS = 50_000;

    /** How spaces lie to an area. */
    @Schema(
            name = "SpaceRelation",
            description =
                    "intersects (when left out): the space touches or overlaps the area; within: it lies in the area;"
                            + " covers: it contains the area")
    enum Relation {
        /** The space touches or overlaps the area. */
        @JsonProperty("intersects")
        INTERSECTS,
        /** The space lies in the area. */
        @JsonProperty("within")
        WITHIN,
        /** The space contains the area. */
        @JsonProperty("covers")
        COVERS
    }

    Relation relationOrDefault() {
        return relation == null ? Relation.INTERSECTS : relation;
    }
}
