/**
 * Filling the read model again from the topics. Where a consumer goes on is decided by the database, not by Kafka: read
 * model, inbox and positions are emptied in one transaction, and every assignment of partitions starts at the
 * positions.
 */
@NullMarked
package de.quartierwerk.reporting.rebuild;

import org.jspecify.annotations.NullMarked;
