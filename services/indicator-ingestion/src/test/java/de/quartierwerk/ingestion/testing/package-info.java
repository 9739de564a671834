/** What the tests of several features use: calls of a client, a region of spaces, a look into the database. */
package de.quartierwerk.ingestion.testing;
