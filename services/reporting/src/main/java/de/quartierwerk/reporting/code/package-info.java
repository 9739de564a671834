/** How callers, events and the database write enum constants, keys and periods. */
@NullMarked
package de.quartierwerk.reporting.code;

import org.jspecify.annotations.NullMarked;
