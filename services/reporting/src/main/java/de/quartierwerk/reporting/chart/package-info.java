/** Small charts as SVG. Pure functions without any framework. */
package de.quartierwerk.reporting.chart;
