/** Statements on the service's database, on the connection of the running transaction. */
package de.quartierwerk.classification.database;
