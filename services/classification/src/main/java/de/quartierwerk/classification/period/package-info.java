/** Periods as they are written in requests and events. */
package de.quartierwerk.classification.period;
