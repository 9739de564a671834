/** The good values of a file that wait for their release, and the findings about the others. */
@NullMarked
package de.quartierwerk.ingestion.intake.validation.staging;

import org.jspecify.annotations.NullMarked;
