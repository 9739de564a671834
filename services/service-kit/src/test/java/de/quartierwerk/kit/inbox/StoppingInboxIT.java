package de.quartierwerk.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.servers.QuartierwerkServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
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
    EntityManager entityManager;

    @Inject
    MeterRegistry metrics;

    @Inject
    ObjectMapper json;

    @Test
    void whatFailsWhileTheServiceIsBeingStoppedIsNotKeptAsADeadLetter() {
        Inbox inbox = new Inbox(repository, deadLetters, metrics, json, Optional.empty());
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
        Inbox inbox = new Inbox(repository, deadLetters, metrics, json, Optional.empty());
        EventHandler handler = failing("failing-" + UUID.randomUUID());

        inbox.receive(message(handler.topic()), handler);

        assertThat(position(handler.topic())).isEqualTo(8);
        assertThat(kept(handler.topic())).isEqualTo(1);
    }

    private static Message<byte[]> message(String topic) {
        ConsumerRecord<String, byte[]> kafka = new ConsumerRecord<>(topic, 0, 7, null, new byte[0]);
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
        return QuarkusTransaction.requiringNew().call(() -> repository.position(topic, 0));
    }

    private long kept(String topic) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createQuery("select count(*) from DeadLetter where topic = :topic", Long.class)
                        .setParameter("topic", topic)
                        .getSingleResult());
    }
}
