/** Levels and social spaces as the registry told them, with their simplified boundaries. */
package de.quartierwerk.reporting.space;
