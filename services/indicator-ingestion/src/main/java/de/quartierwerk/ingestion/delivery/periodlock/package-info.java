/**
 * Closed periods (Sperren): no value of a locked period is taken any more, unless an exception that has not expired was
 * granted to whoever delivers it.
 */
package de.quartierwerk.ingestion.delivery.periodlock;
