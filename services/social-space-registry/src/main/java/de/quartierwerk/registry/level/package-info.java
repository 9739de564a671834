/** Levels of spaces (Raumebenen), from the district down to the smallest planning area. */
package de.quartierwerk.registry.level;
