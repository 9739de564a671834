/**
 * Actors and money of social planning: who offers what, which body decides on what, which money is authorised, and the
 * way of an application from its draft to the recovery of what was not needed.
 *
 * <p>Each package is a feature. {@code application} stands at the end of all dependencies; {@code money},
 * {@code answer} and {@code document} at their beginning.
 */
package de.quartierwerk.funding;
