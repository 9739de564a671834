/** Plain SQL in the running transaction, without a word of the domain. */
package de.quartierwerk.reporting.database;
