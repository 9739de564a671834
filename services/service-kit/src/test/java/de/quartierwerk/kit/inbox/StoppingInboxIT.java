package de.quartierwerk.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class StoppingInboxIT {
    @Inject
    InboxStatements repository;

    @Inject
    DeadLetterRepository deadLetters;

    @Inject
    ConsumedTopics topics;

    @Inject
    TopicLosses losses;

    @Inject
    EntityManager entityManager;

    @Inject
    MeterRegistry metrics;

    @Inject
    ObjectMapper json;

    @Test
    void whatFailsWhileTheServiceIsBeingStoppedIsNotKeptAsADeadLetter() {
        Inbox inbox = inbox();
        EventHandler handler = failing("stopping-" + UUID.randomUUID());

        inbox.onStop(new ShutdownEvent());

        assertThatThrownBy(() -> inbox.receive(message(handler.topic()), handler))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stopped");
        assertThat(position(handler.topic())).isZero();
        assertThat(kept(handler.topic())).isZero();
    }

    @Test
    void whatFailsOtherwiseIs() {
        Inbox inbox = inbox();
        EventHandler handler = failing("failing-" + UUID.randomUUID());

        inbox.receive(message(handler.topic()), handler);

        assertThat(position(handler.topic())).isEqualTo(8);
        assertThat(kept(handler.topic())).isEqualTo(1);
    }

    private Inbox inbox() {
        return new Inbox(
                repository,
                deadLetters,
                topics,
                losses,
                metrics,
                json,
                Duration.ZERO,
                Duration.ofDays(1),
                Optional.empty());
    }

    private static Message<byte[]> message(String topic) {
        ConsumerRecord<String, byte[]> kafka = new ConsumerRecord<>(topic, 0, 7, null, new byte[0]);
        TestEvents.attributes("failing", "de.quartierwerk.failing.v1", "failing", 1)
                .forEach((name, value) -> kafka.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return Message.of(kafka.value()).addMetadata(new IncomingKafkaRecordMetadata<>(kafka, "facts"));
    }

    private static EventHandler failing(String topic) {
        return new EventHandler() {
            @Override
            public String topic() {
                return topic;
            }

            @Override
            public void apply(IncomingEvent event) {
                throw new IllegalStateException("stopped");
            }
        };
    }

    private long position(String topic) {
        return QuarkusTransaction.requiringNew().call(() -> repository.position(topic, "", 0));
    }

    private long kept(String topic) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createQuery("select count(*) from DeadLetter where topic = :topic", Long.class)
                        .setParameter("topic", topic)
                        .getSingleResult());
    }

    @Test
    void twentyDeadLettersWithinAMinutePauseTheTopic() {
        ConsumedTopics limited = new ConsumedTopics(new SimpleMeterRegistry(), Clock.systemUTC(), 20);
        Inbox inbox = new Inbox(
                repository,
                deadLetters,
                limited,
                losses,
                metrics,
                json,
                Duration.ZERO,
                Duration.ofDays(1),
                Optional.empty());
        EventHandler handler = failing("many-" + UUID.randomUUID());

        for (int letter = 1; letter < 20; letter++) {
            assertThat(inbox.receive(message(handler.topic()), handler).toCompletableFuture())
                    .isCompleted();
        }
        CompletionStage<Void> twentieth = inbox.receive(message(handler.topic()), handler);

        assertThat(limited.paused().get(handler.topic())).endsWith("20 dead letters within a minute");
        assertThat(twentieth.toCompletableFuture()).isNotDone();
        limited.resume();
        assertThat(twentieth.toCompletableFuture()).isCompleted();
    }
}
