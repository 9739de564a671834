package de.quartierwerk.registry.boundary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A boundary as callers read and write it: a GeoJSON polygon or multipolygon (RFC 7946) in WGS84. */
@Schema(
        name = "BoundaryGeometry",
        description = "GeoJSON Polygon or MultiPolygon in WGS84",
        oneOf = {GeoJson.Polygon.class, GeoJson.MultiPolygon.class})
public sealed interface GeoJson {
    /** The geometry as the events carry it. */
    Map<String, Object> toMap();

    /** The only type of a {@link Polygon}. */
    enum PolygonType {
        /** As RFC 7946 writes it. */
        Polygon
    }

    /** The only type of a {@link MultiPolygon}. */
    enum MultiPolygonType {
        /** As RFC 7946 writes it. */
        MultiPolygon
    }

    /**
     * One area.
     *
     * @param type always the same
     * @param coordinates rings of positions, longitude first; the first ring is the outer one, the others are holes
     */
    @Schema(
            name = "PolygonGeometry",
            examples = "{\"type\":\"Polygon\",\"coordinates\":[[[13.4,52.5],[13.41,52.5],[13.41,52.51],[13.4,52.5]]]}")
    record Polygon(
            PolygonType type,

            @Schema(
                    type = SchemaType.ARRAY,
                    description = "Rings of positions [longitude, latitude], the outer one first")
            List<List<List<Double>>> coordinates)
            implements GeoJson {
        Polygon(List<List<List<Double>>> coordinates) {
            this(PolygonType.Polygon, coordinates);
        }

        @Override
        public Map<String, Object> toMap() {
            return map(type.name(), coordinates);
        }
    }

    /**
     * Several areas.
     *
     * @param type always the same
     * @param coordinates coordinates of polygons
     */
    @Schema(
            name = "MultiPolygonGeometry",
            examples =
                    "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[13.4,52.5],[13.41,52.5],[13.41,52.51],[13.4,52.5]]]]}")
    record MultiPolygon(
            MultiPolygonType type,

            @Schema(type = SchemaType.ARRAY, description = "The coordinates of polygons")
            List<List<List<List<Double>>>> coordinates)
            implements GeoJson {
        MultiPolygon(List<List<List<List<Double>>>> coordinates) {
            this(MultiPolygonType.MultiPolygon, coordinates);
        }

        @Override
        public Map<String, Object> toMap() {
            return map(type.name(), coordinates);
        }
    }

    private static Map<String, Object> map(String type, Object coordinates) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", type);
        map.put("coordinates", coordinates);
        return map;
    }
}
