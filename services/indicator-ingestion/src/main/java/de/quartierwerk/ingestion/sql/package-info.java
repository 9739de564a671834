/**
 * A thin layer over JDBC: the queries of this service are set-based, scoped by area and bitemporal, and are written as
 * SQL.
 */
package de.quartierwerk.ingestion.sql;
