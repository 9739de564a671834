/**
 * Choropleth maps as SVG. A {@link de.quartierwerk.reporting.map.Drawing} holds the projected boundaries on a grid of
 * whole numbers and is stored with the report; {@link de.quartierwerk.reporting.map.SvgMap} colours it. Pure functions
 * without any framework.
 */
@NullMarked
package de.quartierwerk.reporting.map;

import org.jspecify.annotations.NullMarked;
