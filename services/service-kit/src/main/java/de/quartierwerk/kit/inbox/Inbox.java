package de.quartierwerk.kit.inbox;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.kit.database.SqlStates;
import de.quartierwerk.kit.failure.Passing;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where events come in. Each is applied in one transaction together with its id and the position in its partition, so
 * that a redelivery changes nothing. While the database is away an event is tried until it is back; any other failure
 * is tried three times, after which the event is kept as a dead letter. Only then is it acknowledged. A record that is
 * no event, or no event of that topic, is kept at once. What fails while the service is being stopped is neither kept
 * nor acknowledged: it comes again after the next start.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final InboxStatements statements;
    private final DeadLetterRepository deadLetters;
    private final ConsumedTopics topics;
    private final TopicLosses losses;
    private final MeterRegistry metrics;
    private final EventReader events;
    private final String topicPrefix;
    private final Duration kept;
    private volatile boolean stopping;
    private final Guard whileDatabaseIsAway = Guard.create()
            .withDescription("inbox, database away")
            .withRetry()
            .maxRetries(-1)
            .maxDuration(0, ChronoUnit.SECONDS)
            .delay(500, ChronoUnit.MILLIS)
            .whenException(SqlStates::isPassing)
            .withExponentialBackoff()
            .maxDelay(10, ChronoUnit.SECONDS)
            .done()
            .beforeRetry(e -> LOG.warnf("An event waits for the database: %s", e.getMessage()))
            .done()
            .build();
    private final Guard threeTimes;

    Inbox(
            InboxStatements statements,
            DeadLetterRepository deadLetters,
            ConsumedTopics topics,
            TopicLosses losses,
            MeterRegistry metrics,
            ObjectMapper json,
            @ConfigProperty(name = "quartierwerk.inbox.pause-between-attempts") Duration pause,
            @ConfigProperty(name = "quartierwerk.inbox.kept") Duration kept,
            @ConfigProperty(name = "quartierwerk.topic-prefix") Optional<String> topicPrefix) {
        this.statements = statements;
        this.deadLetters = deadLetters;
        this.topics = topics;
        this.losses = losses;
        this.metrics = metrics;
        this.events = new EventReader(json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
        this.topicPrefix = topicPrefix.orElse("");
        this.kept = kept;
        this.threeTimes = Guard.create()
                .withDescription("inbox, failing event")
                .withRetry()
                .maxRetries(2)
                .delay(pause.toMillis(), ChronoUnit.MILLIS)
                .whenException(e -> !Passing.is(e) && !isHopeless(e))
                .done()
                .build();
    }

    /**
     * Applies the event of a message and acknowledges it; call it from a blocking, ordered {@code @Incoming} method.
     *
     * @return completes when the next message may come: not while the topic is paused
     */
    public CompletionStage<Void> receive(Message<byte[]> message, EventHandler handler) {
        Arrival arrival = Arrival.of(message, handler.topic(), topics.id(handler.topic()));
        whileDatabaseIsAway.get(() -> applyOrBury(arrival, handler), Void.class);
        return topics.whenOpen(handler.topic()).thenCompose(open -> message.ack());
    }

    void onStop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private @Nullable Void applyOrBury(Arrival arrival, EventHandler handler) {
        IncomingEvent event = null;
        try {
            if (!arrival.foundIn().equals(topicPrefix + handler.topic())) {
                throw new MalformedEvent("The record comes from another topic");
            }
            IncomingEvent read = events.read(arrival);
            event = read;
            threeTimes.get(() -> inTransaction(() -> apply(read, arrival, handler)), Void.class);
        } catch (RuntimeException | Error e) {
            if (stopping || Passing.is(e)) {
                throw e;
            }
            bury(arrival, event, e);
            if (e instanceof Error || e.getCause() instanceof Error) {
                topics.pause(handler.topic(), Failures.describe(e));
            }
        }
        return null;
    }

    /** Whether another attempt would fail in the same way. */
    private static boolean isHopeless(Throwable failure) {
        return failure instanceof MalformedEvent
                || failure instanceof UnknownEventType
                || failure.getCause() instanceof JacksonException;
    }

    /**
     * Counts a part of a bulk in the transaction that applies it.
     *
     * @param bulk id of the bulk
     * @param of number of its parts
     * @return true exactly once: when this part is the last of all to arrive
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean arrived(String bulk, int of) {
        return statements.countArrived(bulk) == of;
    }

    /**
     * How far this service has applied a partition.
     *
     * @param topic topic without the installation's prefix
     * @return offset of the next event to apply, as Kafka counts; 0 before the first
     */
    @Transactional
    public long nextOffset(String topic, int partition) {
        return statements.position(topic, topics.id(topic), partition);
    }

    /** Grows with every event that this service applies: what depends on events alone is unchanged while it is. */
    @Transactional
    public long progress() {
        return statements.applied();
    }

    /** Forgets everything that was received, so that a read model can be filled again from the start. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void clear() {
        statements.clear();
    }

    @Scheduled(every = "${quartierwerk.inbox.clean-up-every}")
    @Transactional
    void clean() {
        Instant before = Instant.now().minus(kept);
        statements.deleteReceivedBefore(before);
        deadLetters.deleteReplayedBefore(before);
    }

    /**
     * An event read from the dead letters, to be applied again.
     *
     * @throws MalformedEvent when it never was one
     */
    IncomingEvent event(DeadLetter letter) {
        return events.read(Arrival.of(letter));
    }

    private void apply(IncomingEvent event, Arrival arrival, EventHandler handler) {
        applyOnce(event, handler);
        advance(arrival);
    }

    /** Applies an event in the present transaction unless it was applied before. */
    void applyOnce(IncomingEvent event, EventHandler handler) {
        if (!statements.insert(event.id(), event.type())) {
            LOG.debugf("Event %s was applied before", event.id());
        } else if (event.type().equals(EventTypes.TOPIC_TOLD)) {
            losses.told(event);
        } else {
            handler.apply(event);
        }
    }

    private void bury(Arrival arrival, @Nullable IncomingEvent event, Throwable cause) {
        String place = arrival.position(topicPrefix);
        if (isHopeless(cause)) {
            LOG.errorf("A dead letter is kept record=%s cause=%s", place, Failures.describe(cause));
        } else {
            LOG.errorf(cause, "A dead letter is kept record=%s", place);
        }
        metrics.counter("quartierwerk.inbox.dead.letters", "topic", arrival.topic())
                .increment();
        inTransaction(() -> {
            deadLetters.keep(arrival, event, place, Failures.describe(cause));
            advance(arrival);
        });
        topics.countDeadLetter(arrival.topic());
    }

    private void advance(Arrival arrival) {
        statements.advance(arrival.topic(), arrival.topicId(), arrival.partition(), arrival.offset() + 1);
    }

    private static @Nullable Void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().timeout(300).run(work);
        return null;
    }
}
