/**
 * Inventory of data (Datenbestand): which data exist in house or are missing, who holds them, how fine and how often
 * they come, on which law that rests and how far their delivery is.
 */
package de.quartierwerk.ingestion.delivery.inventory;
