/** Levels and social spaces as the registry published them, with simplified boundaries. */
@NullMarked
package de.quartierwerk.reporting.space;

import org.jspecify.annotations.NullMarked;
