/** Plain SQL for what entities do not serve well: {@link de.quartierwerk.kit.database.Sql}. */
package de.quartierwerk.kit.database;
