/**
 * The background work of this service: submissions that wait are checked or released, several at once, on any instance.
 */
package de.quartierwerk.ingestion.intake.work;
