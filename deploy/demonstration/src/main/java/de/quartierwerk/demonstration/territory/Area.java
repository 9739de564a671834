package de.quartierwerk.demonstration.territory;

import org.locationtech.jts.geom.Geometry;

/**
 * One area of the region.
 *
 * @param key its key, e.g. {@code 99001001-01}
 * @param name its German name with the mark "(erfunden)"
 * @param parent key of the next larger area, null for a district
 * @param boundary its polygon in degrees (EPSG:4326, longitude first)
 */
public record Area(String key, String name, String parent, Geometry boundary) {}
