/** Small charts as SVG. Pure functions without any framework. */
@NullMarked
package de.quartierwerk.reporting.chart;

import org.jspecify.annotations.NullMarked;
