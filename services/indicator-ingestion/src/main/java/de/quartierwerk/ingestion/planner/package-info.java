/** What PostgreSQL's planner cannot know about rows that it has not counted yet. */
@NullMarked
package de.quartierwerk.ingestion.planner;

import org.jspecify.annotations.NullMarked;
