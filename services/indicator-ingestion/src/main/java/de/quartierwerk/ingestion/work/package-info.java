/**
 * The background work of this service: submissions that wait are checked or released, several at once, on any instance.
 */
@NullMarked
package de.quartierwerk.ingestion.work;

import org.jspecify.annotations.NullMarked;
