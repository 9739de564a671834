package de.quartierwerk.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which topics are being read, which are paused, and which are incomplete (see {@link TopicLosses}). A topic is paused
 * when one of its events made the service fail with an {@link Error}, or when too many of its events became dead
 * letters within a minute: then something else is wrong than an event. What comes after waits in the broker; reads go
 * on. A replay of the dead letters or a restart ends it.
 */
@ApplicationScoped
class ConsumedTopics {
    private static final Logger LOG = Logger.getLogger(ConsumedTopics.class);
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final MeterRegistry metrics;
    private final Clock clock;
    private final int mostDeadLetters;
    private final ConcurrentMap<String, Topic> topics = new ConcurrentHashMap<>();

    ConsumedTopics(
            MeterRegistry metrics,
            Clock clock,
            @ConfigProperty(name = "quartierwerk.inbox.most-dead-letters-per-minute") int mostDeadLetters) {
        this.metrics = metrics;
        this.clock = clock;
        this.mostDeadLetters = mostDeadLetters;
    }

    /** The broker's id of a topic that this service consumes; empty before it was told. */
    String id(String topic) {
        return topic(topic).id;
    }

    /** Tells which topic of that name the broker has. */
    void identify(String topic, String id) {
        topic(topic).id = id;
    }

    /** The topics of which the broker's id is known. */
    List<String> identified() {
        return topics.keySet().stream().filter(name -> !id(name).isEmpty()).toList();
    }

    /** Completes as soon as the topic may be read on: at once unless it is paused. */
    CompletionStage<Void> whenOpen(String topic) {
        return topic(topic).whenOpen();
    }

    /** Counts a dead letter, and pauses the topic where it was one too many. */
    void countDeadLetter(String topic) {
        if (topic(topic).countDeadLetter(clock.instant()) >= mostDeadLetters) {
            pause(topic, mostDeadLetters + " dead letters within a minute");
        }
    }

    /** Stops reading a topic. */
    void pause(String topic, String cause) {
        if (topic(topic).pause(clock.instant() + ": " + cause)) {
            LOG.errorf("topic paused topic=%s cause=%s", topic, cause);
        }
    }

    /** Reads all topics on. */
    void resume() {
        topics.forEach((name, topic) -> {
            if (topic.resume()) {
                LOG.infof("topic resumed topic=%s", name);
            }
        });
    }

    boolean isPaused(String topic) {
        return topic(topic).cause().isPresent();
    }

    /** Tells which topics are incomplete; all others are not, or no longer. */
    void setIncomplete(Set<String> incomplete) {
        incomplete.forEach(this::topic);
        topics.forEach((name, topic) -> {
            Instant since = topic.incompleteSince;
            if (since == null && incomplete.contains(name)) {
                topic.incompleteSince = clock.instant();
                LOG.warnf(
                        "topic incomplete, what depends on it waits until its producer told all again topic=%s", name);
            } else if (since != null && !incomplete.contains(name)) {
                topic.incompleteSince = null;
                LOG.infof("topic complete topic=%s incompleteSince=%s", name, since);
            }
        });
    }

    /** Since when topics are incomplete, by topic; those that are complete are left out. */
    Map<String, Instant> incomplete() {
        Map<String, Instant> incomplete = new TreeMap<>();
        topics.forEach((name, topic) -> {
            Instant since = topic.incompleteSince;
            if (since != null) {
                incomplete.put(name, since);
            }
        });
        return incomplete;
    }

    /** Since when and why topics are paused, by topic; those that are read are left out. */
    Map<String, String> paused() {
        Map<String, String> paused = new TreeMap<>();
        topics.forEach((name, topic) -> topic.cause().ifPresent(cause -> paused.put(name, cause)));
        return paused;
    }

    private Topic topic(String name) {
        return topics.computeIfAbsent(name, unknown -> {
            Topic topic = new Topic();
            metrics.gauge(
                    "quartierwerk.inbox.topic.paused",
                    Tags.of("topic", name),
                    topic,
                    each -> each.cause().isPresent() ? 1 : 0);
            metrics.gauge(
                    "quartierwerk.inbox.topic.incomplete",
                    Tags.of("topic", name),
                    topic,
                    each -> each.incompleteSince != null ? 1 : 0);
            return topic;
        });
    }

    private static final class Topic {
        private final Deque<Instant> deadLetters = new ArrayDeque<>();
        private CompletableFuture<Void> open = CompletableFuture.completedFuture(null);
        private @Nullable String cause;
        private volatile String id = "";
        private volatile @Nullable Instant incompleteSince;

        synchronized CompletionStage<Void> whenOpen() {
            return open;
        }

        synchronized int countDeadLetter(Instant now) {
            deadLetters.add(now);
            while (deadLetters.element().isBefore(now.minus(WINDOW))) {
                deadLetters.remove();
            }
            return deadLetters.size();
        }

        synchronized boolean pause(String reason) {
            if (cause != null) {
                return false;
            }
            cause = reason;
            open = new CompletableFuture<>();
            return true;
        }

        synchronized boolean resume() {
            if (cause == null) {
                return false;
            }
            cause = null;
            deadLetters.clear();
            open.complete(null);
            return true;
        }

        synchronized Optional<String> cause() {
            return Optional.ofNullable(cause);
        }
    }
}
