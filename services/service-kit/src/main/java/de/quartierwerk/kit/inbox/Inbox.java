package de.quartierwerk.kit.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import de.quartierwerk.kit.database.SqlStates;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.reactive.messaging.ce.IncomingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
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

/**
 * Where events come in. Each is applied in one transaction together with its id and the position in its partition, so
 * that a redelivery changes nothing. While the database is away an event is tried until it is back; any other failure
 * is tried three times, after which the event is kept as a dead letter. Only then is it acknowledged. What fails while
 * the service is being stopped is neither kept nor acknowledged: it comes again after the next start.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration IDS_KEPT = Duration.ofDays(90);

    private final InboxStatements statements;
    private final DeadLetterRepository deadLetters;
    private final MeterRegistry metrics;
    private final ObjectReader json;
    private final String topicPrefix;
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
    private final Guard threeTimes = Guard.create()
            .withDescription("inbox, failing event")
            .withRetry()
            .maxRetries(2)
            .delay(200, ChronoUnit.MILLIS)
            .whenException(e -> !SqlStates.isPassing(e))
            .done()
            .build();

    Inbox(
            InboxStatements statements,
            DeadLetterRepository deadLetters,
            MeterRegistry metrics,
            ObjectMapper json,
            @ConfigProperty(name = "quartierwerk.topic-prefix") Optional<String> topicPrefix) {
        this.statements = statements;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.json = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.topicPrefix = topicPrefix.orElse("");
    }

    /**
     * Applies the event of a message and acknowledges it; call it from a blocking, ordered {@code @Incoming} method.
     */
    public CompletionStage<Void> receive(Message<byte[]> message, EventHandler handler) {
        Position position = position(message, handler.topic());
        IncomingEvent event = event(message, handler.topic(), position);
        whileDatabaseIsAway.get(() -> applyOrBury(event, position, handler), Void.class);
        return message.ack();
    }

    void onStop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private Void applyOrBury(IncomingEvent event, Position position, EventHandler handler) {
        try {
            return threeTimes.get(() -> inTransaction(() -> apply(event, position, handler)), Void.class);
        } catch (RuntimeException e) {
            if (stopping || SqlStates.isPassing(e)) {
                throw e;
            }
            return bury(event, position, e);
        }
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
        return statements.position(topic, partition);
    }

    /** Forgets everything that was received, so that a read model can be filled again from the start. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void clear() {
        statements.clear();
    }

    @Scheduled(every = "6h")
    @Transactional
    void clean() {
        Instant before = Instant.now().minus(IDS_KEPT);
        statements.deleteReceivedBefore(before);
        deadLetters.deleteReplayedBefore(before);
    }

    /** An event read from the dead letters, to be applied again. */
    IncomingEvent event(DeadLetter letter) {
        return new IncomingEvent(
                letter.id, letter.topic, letter.type, letter.subject, letter.version, letter.time, json, letter.data);
    }

    private void apply(IncomingEvent event, Position position, EventHandler handler) {
        if (statements.insert(event.id(), event.type())) {
            handler.apply(event);
        } else {
            LOG.debugf("Event %s was applied before", event.id());
        }
        statements.advance(event.topic(), position.partition(), position.offset() + 1);
    }

    private Void bury(IncomingEvent event, Position position, RuntimeException cause) {
        LOG.errorf(cause, "Event %s of the type %s is kept as a dead letter", event.id(), event.type());
        metrics.counter("quartierwerk.inbox.dead.letters", "topic", event.topic())
                .increment();
        return inTransaction(() -> {
            deadLetters.keep(event, Failures.describe(cause));
            statements.advance(event.topic(), position.partition(), position.offset() + 1);
        });
    }

    private static Void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().timeout(300).run(work);
        return null;
    }

    private static Position position(Message<byte[]> message, String topic) {
        IncomingKafkaRecordMetadata<?, ?> kafka = message.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow(() -> new IllegalStateException("Not a Kafka message on " + topic));
        return new Position(kafka.getPartition(), kafka.getOffset());
    }

    /** Reads the CloudEvents attributes; a record without them gets an id from its position and no type. */
    private IncomingEvent event(Message<byte[]> message, String topic, Position position) {
        IncomingCloudEventMetadata<?> attributes =
                message.getMetadata(IncomingCloudEventMetadata.class).orElse(null);
        if (attributes == null) {
            String id = topicPrefix + topic + "/" + position.partition() + "/" + position.offset();
            return new IncomingEvent(id, topic, "", "", 0, Instant.now(), json, message.getPayload());
        }
        return new IncomingEvent(
                attributes.getId(),
                topic,
                attributes.getType(),
                attributes.getSubject().orElse(""),
                attributes
                        .getExtension("version")
                        .map(version -> Long.parseLong(version.toString()))
                        .orElse(0L),
                attributes
                        .getTimeStamp()
                        .map(java.time.ZonedDateTime::toInstant)
                        .orElseGet(Instant::now),
                json,
                message.getPayload());
    }

    private record Position(int partition, long offset) {}
}
