package de.quartierwerk.acceptance;

import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
        return sendAgain(topics, Integer.MAX_VALUE);
    }

    /** The same for the first records only. */
    public int sendAgain(List<String> topics, int atMost) throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8_388_608);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            each(topics, record -> {
                if (sent.size() < atMost && record.headers().lastHeader("ce_id") != null) {
                    sent.add(producer.send(new ProducerRecord<>(
                            record.topic(), record.partition(), null, record.key(), record.value(), record.headers())));
                }
            });
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
        return sent.size();
    }

    /** Everything that these topics hold. */
    public List<ConsumerRecord<byte[], byte[]>> read(List<String> topics) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        each(topics, records::add);
        return records;
    }

    /** Shows what these topics hold now, one record after the other: all together may be larger than the memory. */
    private void each(List<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topics);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
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
