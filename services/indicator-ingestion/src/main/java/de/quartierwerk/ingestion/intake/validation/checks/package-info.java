/**
 * Looks at the values of a file as a whole. Each {@link de.quartierwerk.ingestion.intake.validation.checks.Check} is
 * one class in one file, with its statements inside; the container finds it. Its findings need a text in both
 * languages.
 *
 * <p>No finding quotes what is known already, and no check compares with what the public may not see: a finding must
 * not tell its reader what stays secret.
 */
@NullMarked
package de.quartierwerk.ingestion.intake.validation.checks;

import org.jspecify.annotations.NullMarked;
