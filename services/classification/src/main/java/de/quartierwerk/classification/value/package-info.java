/**
 * Released values: one vector of doubles per indicator, period and release, so that a run reads a column and not a
 * hundred thousand rows. A position holds the ordinal of a space key, the numbers, and marks that say which of them are
 * there and whether the public may see them.
 */
@NullMarked
package de.quartierwerk.classification.value;

import org.jspecify.annotations.NullMarked;
