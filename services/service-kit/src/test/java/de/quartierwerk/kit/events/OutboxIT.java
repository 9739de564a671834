package de.quartierwerk.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.quartierwerk.kit.outbox.Outbox;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionalException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class OutboxIT {
    @Inject
    Outbox outbox;

    @Inject
    EntityManager entityManager;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void sendsWhatWasCommittedAsACloudEvent() {
        outbox.awaitSent(publish("one", 7));

        TestEvents.Sent event = sent().get(0);
        assertThat(event.key()).isEqualTo(subject);
        assertThat(event.type()).isEqualTo(FactHandler.TYPE);
        assertThat(event.version()).isEqualTo(7);
        assertThat(event.data().get("name").asText()).isEqualTo("one");
    }

    @Test
    void sendsNothingOfATransactionThatWasRolledBack() {
        QuarkusTransaction.begin();
        outbox.publish(event("rolled back", 1));
        QuarkusTransaction.rollback();

        outbox.awaitSent(publish("committed", 2));
        assertThat(sent())
                .extracting(event -> event.data().get("name").asText())
                .containsExactly("committed");
    }

    @Test
    void needsATransaction() {
        assertThatThrownBy(() -> outbox.publish(event("alone", 1))).isInstanceOf(TransactionalException.class);
    }

    @Test
    void keepsTheOrderOfAKey() {
        List<Long> sequences = IntStream.range(0, 700)
                .mapToObj(number -> publish("fact " + number, number))
                .toList();

        outbox.awaitSent(sequences.get(sequences.size() - 1));

        assertThat(sent()).extracting(TestEvents.Sent::version).isSorted().hasSize(700);
    }

    @Test
    void sendsAgainWithTheSameIdAfterACrashBeforeTheMark() {
        long sequence = publish("twice", 1);
        outbox.awaitSent(sequence);

        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update outbox set sent_at = null where sequence = :sequence")
                        .setParameter("sequence", sequence)
                        .executeUpdate());

        await().untilAsserted(() -> assertThat(sent()).hasSize(2));
        assertThat(sent())
                .extracting(TestEvents.Sent::id)
                .containsOnly(sent().get(0).id());
    }

    private long publish(String name, long version) {
        return QuarkusTransaction.requiringNew().call(() -> outbox.publish(event(name, version)));
    }

    private OutgoingEvent event(String name, long version) {
        return new OutgoingEvent(FactHandler.TOPIC, subject, FactHandler.TYPE, subject, version, new NamedFact(name));
    }

    private List<TestEvents.Sent> sent() {
        return TestEvents.received(FactHandler.TOPIC, FactHandler.TYPE).stream()
                .filter(event -> event.subject().equals(subject))
                .toList();
    }
}
