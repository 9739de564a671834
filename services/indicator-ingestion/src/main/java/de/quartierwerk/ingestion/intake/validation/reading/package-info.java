/** Reads a delivered file row by row and makes values and findings of its cells. */
@NullMarked
package de.quartierwerk.ingestion.intake.validation.reading;

import org.jspecify.annotations.NullMarked;
