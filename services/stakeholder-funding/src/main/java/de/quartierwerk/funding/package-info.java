/**
 * Actors and money of social planning: who offers what, which body decides on what, which money is authorised, and the
 * way of an application from its draft to the recovery of what was not needed.
 *
 * <p>Each package is a feature. {@code application} depends on all others; {@code money} and {@code support} depend on
 * none.
 */
@NullMarked
package de.quartierwerk.funding;

import org.jspecify.annotations.NullMarked;
