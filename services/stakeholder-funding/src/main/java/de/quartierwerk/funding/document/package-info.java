/** JSON documents in columns of the database. */
package de.quartierwerk.funding.document;
