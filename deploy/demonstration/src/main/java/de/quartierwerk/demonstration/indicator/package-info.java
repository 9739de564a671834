/** The catalogue of the demonstration region's indicators, and the counts they are made of. */
package de.quartierwerk.demonstration.indicator;
