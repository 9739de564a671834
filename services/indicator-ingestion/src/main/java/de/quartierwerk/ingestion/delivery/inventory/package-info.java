/**
 * Inventory of data (Datenbestand): which data exist in house or are missing, who holds them, how fine and how frequent
 * they are, which law covers them and how far their delivery is.
 */
@NullMarked
package de.quartierwerk.ingestion.delivery.inventory;

import org.jspecify.annotations.NullMarked;
