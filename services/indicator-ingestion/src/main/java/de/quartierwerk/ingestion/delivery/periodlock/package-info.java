/**
 * Closed periods (Sperren): values of a locked period are refused, unless an exception that has not expired was granted
 * to the user or organisation that delivers them.
 */
@NullMarked
package de.quartierwerk.ingestion.delivery.periodlock;

import org.jspecify.annotations.NullMarked;
