/** Counts per space and year that hang together: people, households, benefits, care, schools, housing. */
package de.quartierwerk.demonstration.values;
