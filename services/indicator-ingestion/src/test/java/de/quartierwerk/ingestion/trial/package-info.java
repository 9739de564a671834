/** The service as a whole, over HTTP, on the real servers. */
package de.quartierwerk.ingestion.trial;
