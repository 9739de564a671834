package de.quartierwerk.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * This JVM's share in the test servers of the checkout: an empty database, topics of its own, the realm. The servers
 * are started if none run yet.
 */
public final class ServerLease implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final int HEAP_MEGABYTES = 256;

    private final Socket connection;
    private final Properties answer;

    private ServerLease(Socket connection, Properties answer) {
        this.connection = connection;
        this.answer = answer;
    }

    /** Takes a lease; PostgreSQL and Kafka answer when this returns, Keycloak may still be starting. */
    public static ServerLease take() {
        Path home = Folders.checkout().resolve(".quartierwerk").resolve("test-servers");
        try {
            Files.createDirectories(home);
            try (FileChannel channel = FileChannel.open(
                            home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lock(channel)) {
                Optional<ServerLease> running = lock.isValid() ? join(home) : Optional.empty();
                return running.isPresent() ? running.get() : start(home);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The test servers cannot be used: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the test servers started", e);
        }
    }

    /** The address of an empty database that only this lease uses. */
    public String databaseUrl() {
        return answer.getProperty("database.url");
    }

    /** The owner of the database. */
    public String databaseUsername() {
        return answer.getProperty("database.username");
    }

    /** The owner's password. */
    public String databasePassword() {
        return answer.getProperty("database.password");
    }

    /** Kafka's bootstrap servers. */
    public String kafka() {
        return answer.getProperty("kafka");
    }

    /** The address of the realm, which is its tokens' issuer. */
    public String realm() {
        return answer.getProperty("realm");
    }

    /** What the names of this lease's topics begin with. */
    public String topicPrefix() {
        return answer.getProperty("topic-prefix");
    }

    /** Gives the lease back: its database and topics are dropped. The end of the JVM does the same. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Optional<ServerLease> join(Path home) throws IOException {
        Path folder = home.resolve("current");
        Path file = folder.resolve(TestServers.STATE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties state = read(file);
        if (!ServersCommand.fingerprint().equals(state.getProperty("fingerprint"))) {
            return Optional.empty();
        }
        return enter(state);
    }

    /** Starts a server process in a folder of its own; {@code current} leads to the newest. */
    private static ServerLease start(Path home) throws IOException, InterruptedException {
        removeRemains(home);
        Path folder = Files.createTempDirectory(home, "run-");
        Path log = home.resolve(folder.getFileName() + ".log");
        Process process = new ProcessBuilder(ServersCommand.of(
                        folder, HEAP_MEGABYTES, "test", Folders.checkout().toString(), folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        Path current = home.resolve("current");
        Files.deleteIfExists(current);
        Files.createSymbolicLink(current, folder.getFileName());
        Path file = folder.resolve(TestServers.STATE);
        Instant end = Instant.now().plus(START);
        while (!Files.exists(file)) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                process.destroyForcibly();
                throw new IOException("they do not start:\n" + Folders.tail(log, 20));
            }
            Thread.sleep(50);
        }
        return enter(read(file))
                .orElseThrow(() -> new IOException("they have ended at once:\n" + Folders.tail(log, 20)));
    }

    /** Removes what server processes left behind that were killed, and the logs of all that have ended. */
    private static void removeRemains(Path home) throws IOException {
        List<Path> entries;
        try (Stream<Path> all = Files.list(home)) {
            entries = all.filter(entry -> entry.getFileName().toString().startsWith("run-"))
                    .toList();
        }
        for (Path entry : entries) {
            Path state = home.resolve(entry.getFileName().toString().replace(".log", ""))
                    .resolve(TestServers.STATE);
            boolean running = Files.exists(state)
                    && ProcessHandle.of(Long.parseLong(read(state).getProperty("pid")))
                            .isPresent();
            if (!running) {
                Folders.delete(entry);
            }
        }
    }

    private static Optional<ServerLease> enter(Properties state) throws IOException {
        Socket socket;
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(state.getProperty("port")));
        } catch (IOException e) {
            return Optional.empty();
        }
        socket.getOutputStream().write((state.getProperty("secret") + "\n").getBytes(StandardCharsets.UTF_8));
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder answer = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            answer.append(line).append('\n');
        }
        if (answer.isEmpty()) {
            socket.close();
            return Optional.empty();
        }
        Properties properties = new Properties();
        properties.load(new StringReader(answer.toString()));
        if (properties.containsKey("failure")) {
            socket.close();
            throw new IOException(properties.getProperty("failure"));
        }
        return Optional.of(new ServerLease(socket, properties));
    }

    /** Waits for the lock; another class loader of this JVM may hold it, which Java reports instead of waiting. */
    private static FileLock lock(FileChannel channel) throws IOException, InterruptedException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                Thread.sleep(50);
            }
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
