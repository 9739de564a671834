/** What this service knows of the social spaces (Sozialräume): a read model of the registry's events. */
package de.quartierwerk.ingestion.space;
