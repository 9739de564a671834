/**
 * Observations (Beobachtungen): what people see in a space, beside the figures. Somebody other than the submitter
 * releases them, after a check that they name no person.
 */
@NullMarked
package de.quartierwerk.ingestion.intake.observation;

import org.jspecify.annotations.NullMarked;
