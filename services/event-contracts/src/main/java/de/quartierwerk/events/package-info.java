/**
 * The events that the services exchange through Kafka, as plain records without any framework.
 *
 * <p>Events are CloudEvents 1.0 in binary mode with JSON data. They are facts in the past tense and carry the version
 * of what they speak of. {@link de.quartierwerk.events.Topics} names the topics,
 * {@link de.quartierwerk.events.EventTypes} the types.
 */
@NullMarked
package de.quartierwerk.events;

import org.jspecify.annotations.NullMarked;
