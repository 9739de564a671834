/** Plain SQL over JDBC, since this service's work is set-based: arrays, ranges, JSON and COPY. */
package de.quartierwerk.registry.database;
