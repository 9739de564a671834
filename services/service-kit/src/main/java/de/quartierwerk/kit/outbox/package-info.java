/**
 * Events out. A request never sends to Kafka: it writes to the {@link de.quartierwerk.kit.outbox.Outbox} in its own
 * transaction, and a relay sends what was committed.
 *
 * <p>Delivery is at least once and in order per key. Consumers recognise what they have seen by the event's id.
 */
@NullMarked
package de.quartierwerk.kit.outbox;

import org.jspecify.annotations.NullMarked;
