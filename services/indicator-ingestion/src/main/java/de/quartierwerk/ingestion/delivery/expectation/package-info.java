/**
 * Deliveries (Lieferungen im Überblick): what organisations have to deliver and by when, who has to be reminded, and
 * which values are there, space by space.
 */
@NullMarked
package de.quartierwerk.ingestion.delivery.expectation;

import org.jspecify.annotations.NullMarked;
