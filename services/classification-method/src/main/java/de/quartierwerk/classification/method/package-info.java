/**
 * The mathematics of classification (Klassifikation): pure functions over columns of doubles, without container,
 * database or clock.
 *
 * <p>A column holds one number per space in the order of the space keys; a missing number is {@code NaN} inside this
 * package and nowhere else. Sums run in that order and transcendental functions are those of {@link StrictMath}, so
 * that the same inputs give the same bits on every machine.
 * {@link de.quartierwerk.classification.method.Classification} is the way in,
 * {@link de.quartierwerk.classification.method.Scheme} the document it works by.
 */
@NullMarked
package de.quartierwerk.classification.method;

import org.jspecify.annotations.NullMarked;
