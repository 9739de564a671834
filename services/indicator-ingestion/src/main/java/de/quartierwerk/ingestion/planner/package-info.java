/** What PostgreSQL's planner has to be told about rows that it has not counted yet. */
@NullMarked
package de.quartierwerk.ingestion.planner;

import org.jspecify.annotations.NullMarked;
