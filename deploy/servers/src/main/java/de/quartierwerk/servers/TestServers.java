package de.quartierwerk.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The servers of one checkout's tests. They serve any number of test JVMs, one after the other or at once, and end by
 * themselves a while after the last one has gone, or when the checkout vanishes. Their data is thrown away.
 *
 * <p>A test JVM holds a lease as long as its connection to this process is open. The first line it sends is the secret
 * of the state file; the answer is what it needs to know, one property a line, and an empty line. With the end of the
 * connection the database and the topics of the lease are dropped.
 */
final class TestServers {
    static final String STATE = "state.properties";

    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final Map<String, String> REALM_ENVIRONMENT =
            Map.of("QUARTIERWERK_MUNICIPAL_SYSTEM_SECRET", "municipal-system");

    private final Path checkout;
    private final Path folder;
    private final String secret = UUID.randomUUID().toString();
    private final List<Integer> ports = Ports.free(4);
    private final ExecutorService threads = Executors.newCachedThreadPool(TestServers::daemon);
    private final CompletableFuture<PostgresServer> postgres = new CompletableFuture<>();
    private final CompletableFuture<KafkaBroker> kafka = new CompletableFuture<>();
    private final CompletableFuture<KeycloakServer> keycloak = new CompletableFuture<>();
    private volatile boolean ready;
    private volatile boolean stopping;
    private int leases;
    private Instant idleSince = Instant.now();

    private TestServers(Path checkout, Path folder) {
        this.checkout = checkout;
        this.folder = folder;
    }

    /** Starts the servers and serves leases until nobody has held one for a while. */
    static void run(Path checkout, Path folder) throws IOException, InterruptedException {
        new TestServers(checkout, folder).run();
    }

    private void run() throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Properties state = new Properties();
            state.setProperty("port", Integer.toString(listener.getLocalPort()));
            state.setProperty("secret", secret);
            state.setProperty("fingerprint", ServersCommand.fingerprint());
            state.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
            java.io.StringWriter content = new java.io.StringWriter();
            state.store(content, null);
            Folders.writePrivately(folder.resolve(STATE), content.toString());
            start();
            threads.execute(() -> accept(listener));
            while (!idle() && Files.exists(checkout.resolve("pom.xml"))) {
                Thread.sleep(1000);
            }
        }
        if (ready && Files.exists(checkout.resolve("pom.xml"))) {
            keepSeed();
        }
        System.exit(0);
    }

    /** What Keycloak has made serves the next start too. */
    private void keepSeed() throws IOException {
        if (Seed.find(REALM_ENVIRONMENT).isPresent()) {
            return;
        }
        keycloak.join().stop();
        postgres.join().stop();
        Seed.keep(folder.resolve("postgresql"), REALM_ENVIRONMENT);
    }

    private void start() {
        threads.execute(() -> {
            try {
                PostgresServer server = PostgresServer.start(new PostgresServer.Settings(
                        folder, ports.get(0), Seed.PASSWORD, false, Seed.find(REALM_ENVIRONMENT)));
                server.databases().createRole("quartierwerk", Seed.PASSWORD);
                postgres.complete(server);
                ServersProcess.endWith(server.process(), folder.resolve("logs/postgresql.log"), () -> stopping);
                server.databases().createRole("keycloak", Seed.PASSWORD);
                server.databases().createDatabase("keycloak", "keycloak");
                kafka.join();
                startKeycloak(server);
            } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
                fail(e);
            }
        });
        threads.execute(() -> {
            try {
                kafka.complete(KafkaBroker.start(
                        new KafkaBroker.Settings(folder, ports.get(1), ports.get(2), KafkaAccess.OPEN)));
            } catch (IOException | RuntimeException e) {
                fail(e);
            }
        });
    }

    /** Keycloak comes last: a test JVM can begin without it, and who wants a token waits for it. */
    private void startKeycloak(PostgresServer database) throws IOException, InterruptedException {
        KeycloakServer server = KeycloakServer.start(new KeycloakServer.Settings(
                folder, ports.get(3), database.url("keycloak"), Seed.PASSWORD, REALM_ENVIRONMENT));
        keycloak.complete(server);
        ServersProcess.endWith(server.process(), folder.resolve("logs/keycloak.log"), () -> stopping);
        server.awaitReady();
        ready = true;
    }

    private void fail(Throwable cause) {
        if (!stopping) {
            cause.printStackTrace();
            postgres.completeExceptionally(cause);
            kafka.completeExceptionally(cause);
            keycloak.completeExceptionally(cause);
        }
    }

    private void accept(ServerSocket listener) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (Socket socket = connection;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8)) {
            if (secret.equals(in.readLine()) && enter()) {
                lease(in, out);
            }
        } catch (IOException e) {
            System.err.println("A lease has ended: " + e.getMessage());
        }
    }

    private void lease(BufferedReader in, Writer out) throws IOException {
        String name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        try {
            out.write(describe(name) + "\n");
            out.flush();
            while (in.readLine() != null) {
                // the connection itself is the lease
            }
        } catch (CompletionException | SQLException e) {
            out.write("failure=" + String.valueOf(e.getMessage()).replaceAll("\\s+", " ") + "\n\n");
            out.flush();
            System.exit(1);
        } finally {
            drop(name);
            leave();
        }
    }

    private String describe(String name) throws SQLException {
        PostgresServer database = postgres.join();
        database.databases().createDatabase(name, "quartierwerk");
        kafka.join();
        return "database.url=" + database.url(name) + "\n"
                + "database.username=quartierwerk\n"
                + "database.password=" + Seed.PASSWORD + "\n"
                + "kafka=127.0.0.1:" + ports.get(1) + "\n"
                + "realm=http://localhost:" + ports.get(3) + "/realms/quartierwerk\n"
                + "topic-prefix=" + name + ".\n";
    }

    private void drop(String name) {
        if (stopping || !postgres.isDone() || postgres.isCompletedExceptionally()) {
            return;
        }
        try {
            postgres.join().databases().dropDatabase(name);
            kafka.join().deleteTopics(name + ".");
        } catch (SQLException | InterruptedException | RuntimeException e) {
            System.err.println("What the lease " + name + " used stays: " + e.getMessage());
        }
    }

    private synchronized boolean enter() {
        if (stopping) {
            return false;
        }
        leases++;
        return true;
    }

    private synchronized void leave() {
        leases--;
        idleSince = Instant.now();
    }

    private synchronized boolean idle() {
        stopping = stopping || (leases == 0 && Instant.now().isAfter(idleSince.plus(IDLE)));
        return stopping;
    }

    private void stop() {
        stopping = true;
        if (keycloak.isDone() && !keycloak.isCompletedExceptionally()) {
            keycloak.join().process().kill();
        }
        if (postgres.isDone() && !postgres.isCompletedExceptionally()) {
            postgres.join().process().kill();
        }
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            System.err.println("Test data stays in " + folder + ": " + e.getMessage());
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "servers");
        thread.setDaemon(true);
        return thread;
    }
}
