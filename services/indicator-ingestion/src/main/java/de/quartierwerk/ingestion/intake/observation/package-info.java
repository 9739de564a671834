/**
 * Qualitative findings (Beobachtungen): what associations, professionals, volunteers and surveys see in a space.
 * Somebody else moderates them before everybody can read them; they never name persons.
 */
package de.quartierwerk.ingestion.intake.observation;
