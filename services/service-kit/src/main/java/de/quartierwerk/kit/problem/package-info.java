/**
 * Refusals and their texts. A service throws one of the {@link de.quartierwerk.kit.problem.Failure}s; whatever is
 * thrown becomes a problem document (RFC 9457) in the language of the caller, by one table.
 *
 * <p>Nothing of the inside is told: what is no refusal is logged under a reference, and the caller gets the reference.
 */
@NullMarked
package de.quartierwerk.kit.problem;

import org.jspecify.annotations.NullMarked;
