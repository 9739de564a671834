/**
 * Choropleth maps as SVG: boundaries are projected and drawn once into a {@link de.quartierwerk.reporting.map.Drawing}
 * on a whole-number grid, which a report keeps; {@link de.quartierwerk.reporting.map.SvgMap} colours it as often as
 * needed. Pure functions without any framework.
 */
@NullMarked
package de.quartierwerk.reporting.map;

import org.jspecify.annotations.NullMarked;
