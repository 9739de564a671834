package de.quartierwerk.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a consumer goes on, whatever happened to the broker or to the database. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class PositionsIT {
    private static final int EVENTS = 5;

    @Inject
    @Identifier("positions")
    Positions positions;

    @Inject
    InboxStatements inbox;

    @Inject
    ConsumedTopics topics;

    @Inject
    Settling settling;

    @Inject
    BrokerTopics broker;

    @Inject
    Admin admin;

    @Inject
    Jdbi jdbi;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> connection;

    @ConfigProperty(name = "quartierwerk.topic-prefix")
    Optional<String> prefix;

    private final String topic = "positions-" + UUID.randomUUID();

    @BeforeEach
    void make() throws Exception {
        NewTopic wanted = new NewTopic(prefix.orElse("") + topic, 1, (short) 1);
        admin.createTopics(List.of(wanted)).all().get();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < EVENTS; i++) {
                producer.send(new ProducerRecord<>(wanted.name(), new byte[1])).get();
            }
        }
    }

    @AfterEach
    void lose() throws Exception {
        admin.deleteTopics(List.of(prefix.orElse("") + topic)).all().get();
    }

    @Test
    void nothingApplied_beginsAtTheBeginning() {
        assertThat(goesOnAt()).isZero();
    }

    @Test
    void goesOnWhereTheDatabaseSays() {
        applied(3);

        assertThat(goesOnAt()).isEqualTo(3);
        assertThat(isCaughtUp()).isFalse();
        applied(EVENTS);
        assertThat(isCaughtUp()).isTrue();
    }

    @Test
    void positionFromBeforeTopicsHadIds_isKept() {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.execute(
                        "insert into inbox_position (topic, partition, next_offset) values (?, 0, ?)", topic, EVENTS)));

        assertThat(goesOnAt()).isEqualTo(EVENTS);
        assertThat(isCaughtUp()).isTrue();
    }

    @Test
    void topicMadeAnew_isReadFromItsBeginning() throws Exception {
        applied(EVENTS);
        lose();
        make();

        assertThat(isCaughtUp()).isFalse();
        assertThat(goesOnAt()).isZero();
        assertThat(isCaughtUp()).isFalse();
        applied(EVENTS);
        assertThat(isCaughtUp()).isTrue();
    }

    @Test
    void topicThatLostItsEnd_isReadFromItsBeginning() {
        applied(EVENTS + 1);

        assertThat(goesOnAt()).isZero();
        assertThat(isCaughtUp()).isFalse();
        applied(EVENTS);
        assertThat(isCaughtUp()).isTrue();
    }

    @Test
    void whatWasReadAgain_countsAsProgress() {
        applied(EVENTS + 1);
        long before = progress();

        goesOnAt();

        assertThat(progress()).isGreaterThan(before);
    }

    private long progress() {
        return QuarkusTransaction.requiringNew().call(inbox::applied);
    }

    /** Notes that everything before an offset of the topic that the broker has now was applied. */
    private void applied(long nextOffset) {
        QuarkusTransaction.requiringNew().run(() -> inbox.advance(topic, id(), 0, nextOffset));
    }

    private String id() {
        return broker.ids(List.of(topic)).get(topic);
    }

    private long goesOnAt() {
        TopicPartition partition = new TopicPartition(prefix.orElse("") + topic, 0);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            positions.onPartitionsAssigned(consumer, List.of(partition));
            return consumer.position(partition);
        }
    }

    /** Whether settling returns; it gives up at once, since the topic is paused. */
    private boolean isCaughtUp() {
        topics.pause(topic, "nobody reads it");
        try {
            settling.catchUp(topic);
            return true;
        } catch (Unavailable e) {
            return false;
        }
    }

    private Map<String, Object> client() {
        return new HashMap<>(connection);
    }
}
