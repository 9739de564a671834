package de.quartierwerk.servers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka broker that is its own controller (KRaft), in this JVM, on the loopback interface only. Who connects has to
 * log in, and may do what is granted, unless the access is open.
 */
final class KafkaBroker {
    private static final String AUTHORIZER = "org.apache.kafka.metadata.authorizer.StandardAuthorizer";

    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * How to run it.
     *
     * @param folder holds the log folder {@code kafka}, which is formatted at the first start only
     * @param access who may connect, and what each may do
     */
    record Settings(Path folder, int port, int controllerPort, KafkaAccess access) {
        Path logs() {
            return folder.resolve("kafka");
        }
    }

    /** Starts the broker; logs that were not closed are recovered first. */
    static KafkaBroker start(Settings settings) throws IOException {
        if (!Files.exists(settings.logs())) {
            format(settings);
        }
        Properties properties = properties(settings, settings.logs());
        if (!settings.access().isOpen()) {
            secure(settings, properties);
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        server.startup();
        if (!settings.access().isOpen()) {
            grant(settings);
        }
        return new KafkaBroker(server, settings.port());
    }

    /** Everybody has to log in, at the controller the broker alone; nobody may do anything that is not granted. */
    private static void secure(Settings settings, Properties properties) {
        String protocol = SecurityProtocol.SASL_PLAINTEXT.name;
        properties.put("listeners", listeners(settings, protocol));
        properties.put("listener.security.protocol.map", protocol + ":" + protocol + ",CONTROLLER:" + protocol);
        properties.put("inter.broker.listener.name", protocol);
        properties.put("sasl.enabled.mechanisms", "PLAIN");
        properties.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        properties.put("sasl.mechanism.controller.protocol", "PLAIN");
        properties.put(
                "listener.name.sasl_plaintext.plain.sasl.jaas.config",
                settings.access().brokerLogin());
        properties.put(
                "listener.name.controller.plain.sasl.jaas.config",
                settings.access().controllerLogin());
        properties.put("authorizer.class.name", AUTHORIZER);
        properties.put("super.users", "User:" + KafkaAccess.BROKER);
    }

    private static void grant(Settings settings) {
        Map<String, Object> client = new HashMap<>(
                KafkaAccess.client(KafkaAccess.BROKER, settings.access().brokerPassword()));
        client.put("bootstrap.servers", "127.0.0.1:" + settings.port());
        try (Admin admin = Admin.create(client)) {
            KafkaRights.apply(admin, settings.access());
        } catch (ExecutionException e) {
            throw new IllegalStateException("Rights at the broker cannot be granted", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String listeners(Settings settings, String protocol) {
        return protocol + "://127.0.0.1:" + settings.port() + ",CONTROLLER://127.0.0.1:" + settings.controllerPort();
    }

    /** Formats beside and moves, so that a broken-off format is never taken for a complete one. */
    private static void format(Settings settings) throws IOException {
        Path fresh = settings.folder().resolve("kafka.new");
        Folders.delete(fresh);
        Files.createDirectories(fresh);
        Path file = settings.folder().resolve("kafka-format.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties(settings, fresh).store(writer, null);
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(output, true, StandardCharsets.UTF_8)) {
            String[] command = {
                "format",
                "--config",
                file.toString(),
                "--cluster-id",
                Uuid.randomUuid().toString()
            };
            if (StorageTool.execute(command, print) != 0) {
                throw new IOException(
                        "Kafka's storage cannot be formatted: " + output.toString(StandardCharsets.UTF_8));
            }
        }
        Files.delete(file);
        Files.move(fresh, settings.logs(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Properties properties(Settings settings, Path logs) {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + settings.controllerPort());
        properties.put("listeners", listeners(settings, SecurityProtocol.PLAINTEXT.name));
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("log.dirs", logs.toString());
        properties.put("auto.create.topics.enable", "true");
        properties.put("num.partitions", "3");
        properties.put("default.replication.factor", "1");
        properties.put("log.retention.ms", "-1");
        properties.put("message.max.bytes", Integer.toString(8 * 1024 * 1024));
        properties.put("offsets.topic.num.partitions", "3");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.retention.minutes", Integer.toString(60 * 24 * 365));
        properties.put("transaction.state.log.num.partitions", "3");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "2");
        properties.put("background.threads", "2");
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
        properties.put("log.cleaner.io.buffer.size", Integer.toString(64 * 1024));
        properties.put("controlled.shutdown.enable", "false");
        return properties;
    }

    /** Deletes all topics whose names begin so. */
    void deleteTopics(String prefix) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
            List<String> names = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(prefix))
                    .toList();
            admin.deleteTopics(names).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Topics " + prefix + "* cannot be deleted", e);
        }
    }

    /** Stops the broker and closes its logs. */
    void stop() {
        server.shutdown();
        server.awaitShutdown();
    }
}
