/** Periods (Berichtszeiträume): their written forms and the day to which a value of a period refers. Pure functions. */
package de.quartierwerk.ingestion.period;
