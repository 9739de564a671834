/**
 * Fills the read model again from the topics: one transaction empties read model, inbox and positions, and every
 * assignment of partitions starts at the positions.
 */
@NullMarked
package de.quartierwerk.reporting.rebuild;

import org.jspecify.annotations.NullMarked;
