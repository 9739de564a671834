package de.quartierwerk.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.kit.inbox.EventHandler;
import de.quartierwerk.kit.inbox.Inbox;
import de.quartierwerk.kit.inbox.IncomingEvent;
import de.quartierwerk.kit.inbox.UnknownEventType;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever a record holds is applied, skipped or kept as a dead letter with its bytes and headers, and its partition
 * goes on. A service extends it with {@code @QuarkusTest}. What handlers write is rolled back.
 */
public abstract class PoisonTest {
    /** Partitions from here on are none of a topic. */
    private static final int PARTITIONS = 9_000;

    /** Ids of what was applied; an id counts for all topics and tests. */
    private static final Set<String> IDS = new HashSet<>();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<List<String>>> PAIRS = new TypeReference<>() {};

    private static final Logger LOG = Logger.getLogger(Inbox.class.getName());

    @Inject
    @All
    List<EventHandler> handlers;

    @Inject
    Inbox inbox;

    @Inject
    EntityManager database;

    @ConfigProperty(name = "quartierwerk.topic-prefix")
    Optional<String> prefix;

    @BeforeEach
    void leaveThousandsOfDeadLettersOutOfTheLog() {
        LOG.setLevel(Level.OFF);
    }

    @AfterEach
    void logAgain() {
        LOG.setLevel(null);
    }

    @Test
    void everyRecordIsAppliedSkippedOrKept() {
        receive(100);
    }

    @Test
    @Tag("long")
    void everyOneOfAThousandIsAppliedSkippedOrKept() {
        receive(1_000);
    }

    private void receive(int count) {
        int partition = PARTITIONS + count;
        assertThat(handlers).isNotEmpty();
        for (EventHandler handler : handlers) {
            List<String> types = types(handler);
            List<String> others = new ArrayList<>(allTypes());
            others.removeAll(types);
            Rehearsal rehearsal = new Rehearsal(handler);
            PoisonRecords poison = new PoisonRecords(count, prefix.orElse("") + handler.topic(), types, others);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            for (long offset = 0; offset < count; offset++) {
                records.add(poison.next(partition, offset));
            }

            records.forEach(rehearsal::receive);
            String type = types.get(0);
            rehearsal.receive(PoisonRecords.right(prefix.orElse("") + handler.topic(), partition, count, type));

            assertThat(inbox.nextOffset(handler.topic(), partition)).isEqualTo(count + 1);
            assertThat(rehearsal.applied).contains((long) count).hasSizeLessThan(count);
            Set<List<Object>> kept = takeDeadLetters(handler.topic());
            assertThat(records.stream()
                            .filter(record -> !rehearsal.has(record)
                                    && !kept.contains(content(record))
                                    && !isWordOfTheProducer(record))
                            .map(ConsumerRecord::offset))
                    .as("records lost of " + handler.topic() + ", " + kept.size() + " were kept")
                    .isEmpty();
        }
    }

    /** Applies each event in a transaction of its own that is rolled back, and remembers what could be applied. */
    private final class Rehearsal implements EventHandler {
        private final EventHandler handler;
        private final Set<Long> applied = new HashSet<>();
        private long offset;

        Rehearsal(EventHandler handler) {
            this.handler = handler;
        }

        void receive(ConsumerRecord<String, byte[]> record) {
            offset = record.offset();
            Message<byte[]> message =
                    Message.of(record.value()).addMetadata(new IncomingKafkaRecordMetadata<>(record, "poison"));
            assertThat(inbox.receive(message, this).toCompletableFuture())
                    .as("record %d of %s", offset, record.topic())
                    .isCompleted();
        }

        /** Whether a record was applied, or skipped because its id is that of another. */
        boolean has(ConsumerRecord<String, byte[]> record) {
            Header id = record.headers().lastHeader("ce_id");
            return applied.contains(record.offset())
                    || (id != null
                            && id.value() != null
                            && IDS.contains(new String(id.value(), StandardCharsets.UTF_8)));
        }

        @Override
        public String topic() {
            return handler.topic();
        }

        @Override
        public void apply(IncomingEvent event) {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    handler.apply(event);
                    database.flush();
                    throw new Undone();
                });
            } catch (Undone rolledBack) {
                applied.add(offset);
                IDS.add(event.id());
            }
        }
    }

    /** Whether a record said that everything is told in its topic, which the inbox takes in itself. */
    private boolean isWordOfTheProducer(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        Header id = record.headers().lastHeader("ce_id");
        return type != null
                && id != null
                && Arrays.equals(EventTypes.TOPIC_TOLD.getBytes(StandardCharsets.UTF_8), type.value())
                && QuarkusTransaction.requiringNew()
                        .call(() -> !database.createNativeQuery("select 1 from inbox where id = :id", Integer.class)
                                .setParameter("id", new String(id.value(), StandardCharsets.UTF_8))
                                .getResultList()
                                .isEmpty());
    }

    /** Rolls back what was done. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private List<String> types(EventHandler handler) {
        List<String> types =
                allTypes().stream().filter(type -> knows(handler, type)).toList();
        assertThat(types).as("types of " + handler.topic()).isNotEmpty();
        return types;
    }

    private boolean knows(EventHandler handler, String type) {
        Rehearsal rehearsal = new Rehearsal(handler);
        try {
            rehearsal.apply(event(handler.topic(), type));
            return true;
        } catch (UnknownEventType unknown) {
            return false;
        } catch (RuntimeException otherwiseImpossible) {
            return true;
        }
    }

    private static IncomingEvent event(String topic, String type) {
        return new IncomingEvent(
                "known-" + type,
                topic,
                type,
                "poison",
                1,
                Instant.EPOCH,
                JSON.reader(),
                TestEvents.example(type).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> allTypes() {
        return Arrays.stream(EventTypes.class.getFields())
                .filter(field -> field.getType() == String.class)
                .map(PoisonTest::value)
                .toList();
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Headers and data of all dead letters of a topic, which are deleted. */
    private Set<List<Object>> takeDeadLetters(String topic) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Set<List<Object>> letters = new HashSet<>();
            List<?> rows = database.createNativeQuery(
                            "delete from dead_letter where topic = :topic returning headers, data", Object[].class)
                    .setParameter("topic", topic)
                    .getResultList();
            rows.forEach(row -> letters.add(letter((Object[]) row)));
            return letters;
        });
    }

    private static List<Object> letter(Object[] row) {
        try {
            return Arrays.asList(JSON.readValue((byte[]) row[0], PAIRS), text((byte[]) row[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Object> content(ConsumerRecord<String, byte[]> record) {
        List<List<String>> headers = StreamSupport.stream(record.headers().spliterator(), false)
                .map(header -> Arrays.asList(header.key(), text(header)))
                .toList();
        return Arrays.asList(headers, text(record.value()));
    }

    private static String text(Header header) {
        return text(header.value());
    }

    private static String text(byte[] bytes) {
        return Objects.isNull(bytes) ? null : Base64.getEncoder().encodeToString(bytes);
    }
}
