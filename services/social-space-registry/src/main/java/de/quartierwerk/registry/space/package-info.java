/**
 * Social spaces (Sozialräume). Key and first day of validity identify a space: a key belongs to one space at any moment
 * and may be given to another after that space ended. {@code path} holds the keys from the root down to the space
 * itself; SQL compares it with a caller's areas.
 */
@NullMarked
package de.quartierwerk.registry.space;

import org.jspecify.annotations.NullMarked;
