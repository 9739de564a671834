/**
 * Deliveries (Lieferungen im Überblick): what organisations shall deliver and by when, who has to be reminded, and
 * which values are there, space by space.
 */
package de.quartierwerk.ingestion.delivery.expectation;
