/**
 * Many events out: {@link de.quartierwerk.kit.bulk.BulkPublisher} streams the rows of a release or an import from the
 * service's own tables in batches with deterministic ids, and says when the last one was acknowledged.
 */
@NullMarked
package de.quartierwerk.kit.bulk;

import org.jspecify.annotations.NullMarked;
