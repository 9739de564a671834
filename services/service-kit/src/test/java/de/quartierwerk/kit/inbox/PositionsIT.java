package de.quartierwerk.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.servers.QuartierwerkServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
import org.eclipse.microprofile.health.Readiness;
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
    TopicLosses losses;

    @Inject
    @Readiness
    LossHealth health;

    @Inject
    Inbox events;

    @Inject
    ObjectMapper json;

    @Inject
    MeterRegistry metrics;

    @Inject
    Admin admin;

    @Inject
    Jdbi jdbi;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> connection;

    @ConfigProperty(name = "quartierwerk.topic-prefix")
    Optional<String> prefix;

    /** Words of a producer concern the inbox, no handler. */
    private final EventHandler nobody = new EventHandler() {
        @Override
        public String topic() {
            return topic;
        }

        @Override
        public void apply(IncomingEvent event) {
            throw new UnknownEventType(event);
        }
    };

    private final String topic = "positions-" + UUID.randomUUID();

    @BeforeEach
    void make() throws Exception {
        create();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < EVENTS; i++) {
                producer.send(new ProducerRecord<>(prefix.orElse("") + topic, new byte[1]))
                        .get();
            }
        }
    }

    private void create() throws Exception {
        NewTopic wanted = new NewTopic(prefix.orElse("") + topic, 1, (short) 1);
        admin.createTopics(List.of(wanted)).all().get();
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
    void topicMadeAnewInWhichNothingStands_isNotCaughtUp() throws Exception {
        applied(EVENTS);
        assertThat(goesOnAt()).isEqualTo(EVENTS);
        lose();
        create();

        assertThat(isCaughtUp()).isFalse();
        assertThat(goesOnAt()).isZero();
        assertThat(isCaughtUp()).isFalse();
        told("another topic of that name", 1);
        assertThat(isCaughtUp()).isFalse();
        told(id(), 1);
        assertThat(isCaughtUp()).isTrue();
    }

    @Test
    void topicMadeAnew_isReadFromItsBeginning() throws Exception {
        applied(EVENTS);
        lose();
        make();

        assertThat(isCaughtUp()).isFalse();
        assertThat(goesOnAt()).isZero();
        told(id(), 1);
        assertThat(isCaughtUp()).isFalse();
        applied(EVENTS);
        assertThat(isCaughtUp()).isTrue();
    }

    @Test
    void topicThatLostItsEnd_isReadFromItsBeginning() {
        goesOnAt();
        told(id(), 7);
        applied(EVENTS + 1);

        assertThat(goesOnAt()).isZero();
        applied(EVENTS);
        assertThat(isCaughtUp()).isFalse();
        told(id(), 7);
        assertThat(isCaughtUp()).isFalse();
        told(id(), 8);
        assertThat(isCaughtUp()).isTrue();
    }

    @Test
    void topicThatLosesItsEndWhileItIsRead_isNoticedBySettling() {
        goesOnAt();
        applied(EVENTS + 1);

        assertThat(isCaughtUp()).isFalse();
        assertThat(applied()).isZero();
        applied(EVENTS);
        assertThat(isCaughtUp()).isFalse();
        told(id(), 1);
        assertThat(isCaughtUp()).isTrue();
    }

    @Test
    void topicThatLosesItsEnd_isNoticedBeforeAnyoneAsks() {
        goesOnAt();
        applied(EVENTS + 1);

        losses.look();

        assertThat(applied()).isZero();
        assertThat(losses.isIncomplete(topic)).isTrue();
    }

    @Test
    void recordOfTheTopicBefore_doesNotMoveThePositionInTheNewOne() throws Exception {
        applied(3);
        String before = id();
        lose();
        make();
        goesOnAt();

        QuarkusTransaction.requiringNew().run(() -> inbox.advance(topic, before, 0, EVENTS));

        assertThat(QuarkusTransaction.requiringNew().call(() -> inbox.positions(topic)))
                .containsExactly(new InboxStatements.Position(id(), 0, 0));
        assertThat(goesOnAt()).isZero();
    }

    @Test
    void incompleteTopic_isSeenFromOutside() {
        goesOnAt();
        applied(EVENTS + 1);
        goesOnAt();

        losses.show();

        assertThat(shownAsIncomplete()).isEqualTo(1);
        assertThat(health.call().getData().orElseThrow()).containsKey(topic);
        told(id(), 1);
        losses.show();
        assertThat(shownAsIncomplete()).isZero();
        assertThat(topics.incomplete()).doesNotContainKey(topic);
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

    private long applied() {
        return QuarkusTransaction.requiringNew().call(() -> inbox.position(topic, id(), 0));
    }

    /** The producer says that everything is told. */
    private void told(String id, long version) {
        String data = "{\"topic\":\"" + topic + "\",\"topicId\":\"" + id + "\",\"begunAt\":\"2026-03-02T09:30:00Z\"}";
        IncomingEvent event = new IncomingEvent(
                UUID.randomUUID().toString(),
                topic,
                EventTypes.TOPIC_TOLD,
                "topics/" + topic,
                version,
                Instant.now(),
                json.reader(),
                data.getBytes(StandardCharsets.UTF_8));
        QuarkusTransaction.requiringNew().run(() -> events.applyOnce(event, nobody));
    }

    private double shownAsIncomplete() {
        return metrics.get("quartierwerk.inbox.topic.incomplete")
                .tag("topic", topic)
                .gauge()
                .value();
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
