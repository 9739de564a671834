package de.quartierwerk.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker of the local platform lets nobody do more than is granted. */
class KafkaAccessTest {
    private static final KafkaAccess ACCESS = new KafkaAccess(
            "broker-password",
            Map.of(
                    "writer", new KafkaAccess.User("writer-password", "writer", Set.of(), Set.of("exact", "public")),
                    "reader", new KafkaAccess.User("reader-password", "reader", Set.of("exact"), Set.of()),
                    "other", new KafkaAccess.User("other-password", "other", Set.of("public"), Set.of("own"))));

    private final List<Integer> ports = Ports.free(2);
    private KafkaBroker broker;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        broker = KafkaBroker.start(new KafkaBroker.Settings(folder, ports.get(0), ports.get(1), ACCESS));
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                client(KafkaAccess.client("writer", "writer-password")),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("exact", 0, "key", "2")).get();
            producer.send(new ProducerRecord<>("public", 0, "key", ".")).get();
        }
    }

    @AfterEach
    void stop() {
        broker.stop();
    }

    @Test
    void whoMayReadATopicReadsItAndNobodyElseDoes() {
        assertThat(read("exact", KafkaAccess.client("reader", "reader-password")))
                .isEqualTo("2");
        assertThat(read("public", KafkaAccess.client("other", "other-password")))
                .isEqualTo(".");
        assertThatThrownBy(() -> read("exact", KafkaAccess.client("other", "other-password")))
                .isInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> read("exact", KafkaAccess.client("writer", "writer-password")))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void whoDoesNotLogInGetsNothing() {
        assertThatThrownBy(() -> read("public", Map.of())).isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> read("public", KafkaAccess.client("other", "guessed")))
                .isInstanceOf(SaslAuthenticationException.class);
        assertThatThrownBy(() -> topics(ports.get(1), KafkaAccess.client("other", "other-password")))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void nobodyGrantsRightsToThemselves() {
        try (Admin admin = Admin.create(client(KafkaAccess.client("other", "other-password")))) {
            assertThatThrownBy(() -> admin.deleteAcls(List.of(AclBindingFilter.ANY))
                            .all()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(ClusterAuthorizationException.class);
        }
    }

    @Test
    void theServerProcessReadsWhatItWasGiven() {
        Properties properties = new Properties();

        ACCESS.write(properties);

        assertThat(KafkaAccess.of(properties)).isEqualTo(ACCESS);
    }

    private Map<String, Object> client(Map<String, String> login) {
        Map<String, Object> client = new HashMap<>(login);
        client.put("bootstrap.servers", "127.0.0.1:" + ports.get(0));
        client.put("default.api.timeout.ms", 4000);
        client.put("request.timeout.ms", 2000);
        return client;
    }

    private Set<String> topics(int controller, Map<String, String> login) throws Exception {
        Map<String, Object> client = client(login);
        client.remove("bootstrap.servers");
        client.put("bootstrap.controllers", "127.0.0.1:" + controller);
        try (Admin admin = Admin.create(client)) {
            return Set.of(admin.describeCluster().clusterId().get());
        }
    }

    private String read(String topic, Map<String, String> login) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client(login), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seek(partition, 0);
            if (consumer.endOffsets(List.of(partition)).get(partition) == 0) {
                return "";
            }
            return consumer.poll(Duration.ofSeconds(10)).iterator().next().value();
        }
    }
}
