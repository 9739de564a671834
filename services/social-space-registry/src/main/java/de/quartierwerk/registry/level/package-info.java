/** Levels of spaces (Raumebenen), from the district down to the smallest planning area. */
@NullMarked
package de.quartierwerk.registry.level;

import org.jspecify.annotations.NullMarked;
