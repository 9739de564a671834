package de.quartierwerk.acceptance;

import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Reads the platform's events and sends them again, as a producer does that died before it noted what it had sent. */
public final class Broker {

    private final Map<String, Object> client;

    /** @param client how to connect */
    public Broker(Map<String, Object> client) {
        this.client = Map.copyOf(client);
    }

    /** Ends the broker, with the other servers, and starts it again without anything that it had kept. */
    public static void loseDisk(LocalPlatform platform) throws IOException, StartFailure {
        platform.killServers();
        delete(platform.settings().data().resolve("kafka"));
        platform.restartServers();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    /** The next offset of every partition of these topics. */
    public Map<TopicPartition, Long> ends(List<String> topics) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return new HashMap<>(consumer.endOffsets(partitions(consumer, topics)));
        }
    }

    /** Sends all events that these topics hold once more, each record to its own partition; gives their number. */
    public int sendAgain(List<String> topics) throws ExecutionException, InterruptedException {
        return sendAgain(topics, Instant.EPOCH, Integer.MAX_VALUE);
    }

    /** The same for the first records since a time only. */
    public int sendAgain(List<String> topics, Instant since, int atMost)
            throws ExecutionException, InterruptedException {
        AtomicInteger sent = new AtomicInteger();
        CompletableFuture<Void> failure = new CompletableFuture<>();
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8_388_608);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            each(topics, since, record -> {
                if (sent.get() < atMost && record.headers().lastHeader("ce_id") != null) {
                    sent.incrementAndGet();
                    ProducerRecord<byte[], byte[]> again = new ProducerRecord<>(
                            record.topic(), record.partition(), null, record.key(), record.value(), record.headers());
                    Future<RecordMetadata> unused = producer.send(again, (written, failed) -> {
                        if (failed != null) {
                            failure.completeExceptionally(failed);
                        }
                    });
                }
            });
            producer.flush();
        }
        failure.complete(null);
        failure.get();
        return sent.get();
    }

    /**
     * Shows what these topics hold now and was written since a time, one record after the other: all together may be
     * larger than the memory.
     */
    public void each(List<String> topics, Instant since, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topics);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            Map<TopicPartition, Long> times = new HashMap<>();
            partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
            consumer.offsetsForTimes(times)
                    .forEach((partition, first) ->
                            consumer.seek(partition, first == null ? ends.get(partition) : first.offset()));
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                        reader.accept(record);
                    }
                });
            }
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, List<String> topics) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
