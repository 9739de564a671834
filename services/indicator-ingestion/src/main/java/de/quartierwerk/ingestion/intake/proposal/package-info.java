/**
 * Proposes a mapping for a file that nobody has described yet, with what it is sure of and what a person has to decide.
 */
@NullMarked
package de.quartierwerk.ingestion.intake.proposal;

import org.jspecify.annotations.NullMarked;
