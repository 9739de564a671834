package de.quartierwerk.reporting.map;

import java.util.Map;

/**
 * A boundary to draw.
 *
 * @param key space key
 * @param geometry GeoJSON geometry in WGS84, Polygon or MultiPolygon
 */
public record Boundary(String key, Map<String, Object> geometry) {}
