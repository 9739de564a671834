/**
 * Disclosure control (Geheimhaltung) decides which released values the public may see.
 * {@link de.quartierwerk.disclosure.PrimaryControl} looks at each value by itself;
 * {@link de.quartierwerk.disclosure.SecondaryControl} looks at the related values of one period and makes sure that
 * nobody can compute a secret number from sums, from other indicators or from what was published before. Each
 * suppression keeps its {@link de.quartierwerk.disclosure.Reason}, which only stewards may read.
 *
 * <p>The package is pure computation: no database, no clock, no randomness. The same cells give the same decisions.
 */
@NullMarked
package de.quartierwerk.disclosure;

import org.jspecify.annotations.NullMarked;
