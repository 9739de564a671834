/**
 * Boundaries (Grenzen) of social spaces: read from GeoJSON, brought to WGS84, checked, measured and simplified for
 * maps. Plain Java over JTS and proj4j; it knows neither a database nor a request.
 *
 * <p>Coordinates are longitude and latitude in degrees everywhere but inside this package, where areas, centroids and
 * simplification are computed in metres of an equal-area projection.
 */
@NullMarked
package de.quartierwerk.registry.boundary;

import org.jspecify.annotations.NullMarked;
