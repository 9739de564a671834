/** Indicator definitions and released values after disclosure control, as indicator ingestion published them. */
@NullMarked
package de.quartierwerk.reporting.indicator;

import org.jspecify.annotations.NullMarked;
