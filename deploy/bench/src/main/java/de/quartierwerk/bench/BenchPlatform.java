package de.quartierwerk.bench;

import de.quartierwerk.demonstration.load.PlatformAddresses;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.LocalService;
import de.quartierwerk.local.LocalSettings;
import de.quartierwerk.local.StartFailure;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** A platform for benchmarks only: with servers, ports and data of its own, empty at the start. */
final class BenchPlatform implements AutoCloseable {
    private static final int PORT_OFFSET = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final LocalPlatform platform;
    private final PlatformClient client;

    private BenchPlatform(LocalPlatform platform) {
        this.platform = platform;
        this.client = new PlatformClient(addresses());
    }

    static BenchPlatform start() throws StartFailure, IOException {
        LocalSettings usual = LocalSettings.usual();
        LocalSettings settings =
                usual.withData(usual.checkout().resolve(".quartierwerk/bench")).withPortOffset(PORT_OFFSET);
        settings.deleteData();
        return new BenchPlatform(LocalPlatform.start(settings, Lines::note));
    }

    PlatformClient client() {
        return client;
    }

    /** Starts a service anew as production does: with the optimising compiler and so much heap. */
    void restart(LocalService service, int heapMegabytes) throws StartFailure {
        platform.restart(service, "-Xmx" + heapMegabytes + "m", "-XX:TieredStopAtLevel=4");
    }

    /** The same with the heap of the local platform, and other options of its JVM. */
    void restart(LocalService service, String... javaOptions) throws StartFailure {
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=4"));
        options.addAll(List.of(javaOptions));
        platform.restart(service, options.toArray(String[]::new));
    }

    /** Where it runs. */
    LocalSettings settings() {
        return platform.settings();
    }

    /** The JVM of a service. */
    ProcessHandle jvm(LocalService service) {
        return platform.jvm(service);
    }

    /** Where the services answer. */
    PlatformAddresses addresses() {
        return PlatformAddresses.local(PORT_OFFSET);
    }

    void stop(LocalService... services) {
        for (LocalService service : services) {
            platform.stop(service);
        }
    }

    /** A connection to a service's database as its owner. */
    Connection database(LocalService service) throws SQLException, IOException {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(platform.settings().data().resolve("passwords.properties"))) {
            passwords.load(reader);
        }
        String name = service.root();
        return DriverManager.getConnection(url(service), name, passwords.getProperty(name));
    }

    private String url(LocalService service) {
        return "jdbc:postgresql://127.0.0.1:" + platform.settings().postgresPort() + "/" + service.root();
    }

    /** Waits until a service has applied every event that is in the topics it reads. */
    void awaitCaughtUp(LocalService service) throws SQLException, IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!caughtUp(service)) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(service.root() + " has not caught up within " + PATIENCE);
            }
            Thread.sleep(100);
        }
    }

    private boolean caughtUp(LocalService service) throws SQLException, IOException, InterruptedException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        try (Connection connection = database(service);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select topic, partition, next_offset from inbox_position")) {
            while (rows.next()) {
                positions.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        try (Admin admin = Admin.create(platform.kafkaClient())) {
            Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
            var topics = admin.describeTopics(positions.keySet().stream()
                            .map(TopicPartition::topic)
                            .distinct()
                            .toList())
                    .allTopicNames()
                    .get();
            topics.values()
                    .forEach(topic -> topic.partitions()
                            .forEach(partition -> wanted.put(
                                    new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest())));
            var ends = admin.listOffsets(wanted).all().get();
            return !positions.isEmpty()
                    && ends.entrySet().stream()
                            .allMatch(last -> positions.getOrDefault(last.getKey(), 0L)
                                    >= last.getValue().offset());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        platform.close();
    }
}
