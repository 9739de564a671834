package de.quartierwerk.events;

import java.time.Instant;

/**
 * The producer of a topic has told in it everything that it holds: what came after the loss of a topic, or of its end,
 * is complete from here on. The version of the event is {@code begunAt} in milliseconds.
 *
 * @param topic without the installation's prefix
 * @param topicId the broker's id of the topic; one that was made anew has another
 * @param begunAt when the producer began to tell it; events before may be lost, those from then on are here
 */
public record TopicTold(String topic, String topicId, Instant begunAt) {}
