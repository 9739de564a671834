package de.quartierwerk.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Plays another service in a test: sends events to the real broker and reads what the tested service has sent. */
public final class TestEvents {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /**
     * An event as it stands in Kafka.
     *
     * @param id CloudEvents id
     * @param key Kafka key
     * @param type CloudEvents type
     * @param subject CloudEvents subject
     * @param version version of the subject
     * @param data JSON
     */
    public record Sent(String id, String key, String type, String subject, long version, JsonNode data) {}

    /** Sends an event with a new id and waits for the broker; the data is a record, or JSON as a {@link JsonNode}. */
    public static String send(String topic, String key, String type, String subject, long version, Object data) {
        return send(UUID.randomUUID().toString(), topic, key, type, subject, version, data);
    }

    /** Sends an event with a given id, as a redelivery does. */
    public static String send(
            String id, String topic, String key, String type, String subject, long version, Object data) {
        try {
            sendRaw(topic, key, attributes(id, type, subject, version), JSON.writeValueAsBytes(data));
            return id;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The headers of an event that is right. */
    public static Map<String, String> attributes(String id, String type, String subject, long version) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                id,
                "ce_type",
                type,
                "ce_source",
                "/test",
                "ce_subject",
                subject,
                "ce_time",
                Instant.now().toString(),
                "ce_version",
                Long.toString(version),
                "content-type",
                "application/json");
    }

    /** Sends a record of any kind and waits for the broker. */
    public static void sendRaw(String topic, String key, Map<String, String> headers, byte[] content) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", setting("kafka.bootstrap.servers")),
                new StringSerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> message = new ProducerRecord<>(prefixed(topic), key, content);
            headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(message).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends the example of a type that the event contracts ship. */
    public static String sendExample(String topic, String key, String type, String subject, long version) {
        return send(topic, key, type, subject, version, example(type));
    }

    /** The example of a type that the event contracts ship. */
    public static JsonNode example(String type) {
        try (InputStream file = TestEvents.class.getResourceAsStream("/examples/" + type + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("No example of " + type);
            }
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All events of a type that stand in a topic now, in the order of each partition. */
    public static List<Sent> received(String topic, String type) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", setting("kafka.bootstrap.servers")),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo partition : consumer.partitionsFor(prefixed(topic))) {
                partitions.add(new TopicPartition(partition.topic(), partition.partition()));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Sent> events = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                    if (type.equals(header(message, "ce_type"))) {
                        events.add(sent(message));
                    }
                }
            }
            return events;
        }
    }

    private static Sent sent(ConsumerRecord<String, byte[]> message) {
        try {
            return new Sent(
                    header(message, "ce_id"),
                    message.key(),
                    header(message, "ce_type"),
                    header(message, "ce_subject"),
                    Long.parseLong(header(message, "ce_version")),
                    JSON.readTree(message.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<?, ?> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String prefixed(String topic) {
        return ConfigProvider.getConfig()
                        .getOptionalValue("quartierwerk.topic-prefix", String.class)
                        .orElse("")
                + topic;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private TestEvents() {}
}
