package de.quartierwerk.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servers of a local platform keep what they were given, whatever ends them. */
class LocalServersTest {
    private final List<Integer> ports = Ports.free(4);

    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void keepTheirDataWhenAllProcessesAreKilled() throws Exception {
        LocalServersSettings settings = settings();
        GuardedProcess first = start(settings);
        try (Connection connection = connect("registry-password");
                Statement statement = connection.createStatement()) {
            statement.execute("create table space (key text primary key)");
            statement.execute("insert into space values ('99001')");
        }
        send("99001");
        String token = Tokens.of(realm(), "planner");

        first.kill();
        GuardedProcess second = start(settings);

        assertThat(token).isNotEmpty();
        try (Connection connection = connect("registry-password");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select key from space")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("99001");
        }
        assertThat(received()).isEqualTo("99001");
        assertThat(Tokens.of(realm(), "steward")).isNotEmpty();
        second.stop(Duration.ofSeconds(40));
        assertThat(Ports.isFree(ports.get(0))).isTrue();
    }

    @Test
    void letNobodyInWithoutThePasswordAndNoServiceIntoAnothersDatabase() throws Exception {
        GuardedProcess servers = start(settings());

        assertThatThrownBy(() -> connect("wrong").close()).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(url("registry"), "postgres", Seed.PASSWORD)
                        .close())
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(url("funding"), "registry", "registry-password")
                        .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        servers.stop(Duration.ofSeconds(40));
    }

    private LocalServersSettings settings() {
        return new LocalServersSettings(
                folder,
                ports.get(0),
                ports.get(1),
                ports.get(2),
                ports.get(3),
                "superuser-password",
                Map.of(
                        "registry", "registry-password",
                        "funding", "funding-password",
                        "keycloak", "keycloak-password"),
                new KafkaAccess(
                        "broker-password",
                        Map.of(
                                "registry",
                                new KafkaAccess.User(
                                        "registry-password", "registry", Set.of("spaces"), Set.of("spaces")))),
                Map.of("QUARTIERWERK_MUNICIPAL_SYSTEM_SECRET", "municipal-system"));
    }

    private GuardedProcess start(LocalServersSettings settings) throws Exception {
        Files.deleteIfExists(settings.status());
        Path log = folder.resolve("logs/servers.log");
        GuardedProcess process = GuardedProcess.start(new GuardedProcess.Command(
                "servers",
                ServersCommand.of(
                        folder.resolve("program"),
                        256,
                        "local",
                        settings.write().toString()),
                Map.of(),
                folder,
                log,
                "TERM"));
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(12);
        while (!Files.exists(settings.status())
                || !Files.readAllLines(settings.status()).contains(LocalServersSettings.READY)) {
            assertThat(process.alive()).as(() -> Folders.tail(log, 30)).isTrue();
            assertThat(System.nanoTime()).as(() -> Folders.tail(log, 30)).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return process;
    }

    private String realm() {
        return "http://localhost:" + ports.get(3) + "/realms/quartierwerk";
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.get(0) + "/" + database;
    }

    private Connection connect(String password) throws SQLException {
        return DriverManager.getConnection(url("registry"), "registry", password);
    }

    private Map<String, Object> broker() {
        Map<String, Object> client = new HashMap<>(KafkaAccess.client("registry", "registry-password"));
        client.put("bootstrap.servers", "127.0.0.1:" + ports.get(1));
        return client;
    }

    private void send(String value) throws Exception {
        Map<String, Object> settings = broker();
        settings.put("acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            assertThat(producer.send(new ProducerRecord<>("spaces", 0, "key", value))
                            .get()
                            .offset())
                    .isZero();
        }
    }

    private String received() {
        Map<String, Object> settings = broker();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("spaces", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofSeconds(20))) {
                return found.value();
            }
            return "nothing";
        }
    }
}
