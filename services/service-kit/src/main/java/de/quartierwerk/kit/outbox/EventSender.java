package de.quartierwerk.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.OutgoingMessageMetadata;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/** Sends events to Kafka as CloudEvents in binary mode and waits for the broker's acknowledgement. */
@ApplicationScoped
public class EventSender {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final MutinyEmitter<byte[]> emitter;
    private final String topicPrefix;
    private final URI source;
    private final ObjectMapper json;
    /** A thread without the caller's transaction, which must not wander into the threads of the Kafka client. */
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "event-sender"));

    EventSender(
            @Channel("events-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            @ConfigProperty(name = "quartierwerk.topic-prefix") Optional<String> topicPrefix,
            @ConfigProperty(name = "quartierwerk.root") String root,
            ObjectMapper json) {
        this.emitter = emitter;
        this.topicPrefix = topicPrefix.orElse("");
        this.json = json;
        this.source = URI.create("/quartierwerk/" + root);
    }

    /**
     * Sends the events in their order and returns once the broker has acknowledged or refused each of them.
     *
     * @return for every event whether it was acknowledged, with the failure where it was not
     */
    public List<Outcome> send(List<KafkaEvent> events) {
        return sending(events).join();
    }

    /** The same without waiting; what is sent later follows. */
    public CompletableFuture<List<Outcome>> sending(List<KafkaEvent> events) {
        CompletableFuture<List<KafkaEvent>> waiting = CompletableFuture.completedFuture(events);
        return events.isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : waiting.thenComposeAsync(this::sendInOrder, thread);
    }

    private CompletableFuture<List<Outcome>> sendInOrder(List<KafkaEvent> events) {
        List<Uni<Outcome>> acknowledgements = new ArrayList<>(events.size());
        for (KafkaEvent event : events) {
            OutgoingMessageMetadata<RecordMetadata> place = new OutgoingMessageMetadata<>();
            acknowledgements.add(emitter.sendMessage(message(event, place))
                    .ifNoItem()
                    .after(LONGEST_WAIT)
                    .fail()
                    .map(nothing -> new Outcome(event, place.getResult(), null))
                    .onFailure()
                    .recoverWithItem(failure -> new Outcome(event, null, failure)));
        }
        return Uni.join().all(acknowledgements).andFailFast().subscribeAsCompletionStage();
    }

    /** Writes an event's data as the JSON that is sent. */
    public String serialise(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Event data cannot be written as JSON: " + data.getClass(), e);
        }
    }

    void onStop(@Observes ShutdownEvent event) {
        thread.shutdown();
    }

    private Message<byte[]> message(KafkaEvent event, OutgoingMessageMetadata<RecordMetadata> place) {
        return Message.of(
                event.data().getBytes(StandardCharsets.UTF_8),
                Metadata.of(
                        place,
                        OutgoingKafkaRecordMetadata.<String>builder()
                                .withTopic(topicPrefix + event.topic())
                                .withKey(event.key())
                                .build(),
                        OutgoingCloudEventMetadata.builder()
                                .withId(event.id().toString())
                                .withType(event.type())
                                .withSource(source)
                                .withSubject(event.subject())
                                .withTimestamp(event.time().atZone(ZoneOffset.UTC))
                                .withDataContentType("application/json")
                                .withExtension("version", Long.toString(event.version()))
                                .build()));
    }

    /**
     * What became of an event.
     *
     * @param event the event
     * @param place where the broker has put it, null where it did not take it
     * @param failure why the broker did not take it
     */
    public record Outcome(
            KafkaEvent event,
            @Nullable RecordMetadata place,
            @Nullable Throwable failure) {
        public boolean acknowledged() {
            return failure == null;
        }
    }
}
