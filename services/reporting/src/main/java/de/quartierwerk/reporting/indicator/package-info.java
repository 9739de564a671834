/** Indicator definitions and released values after disclosure control, as indicator ingestion told them. */
package de.quartierwerk.reporting.indicator;
