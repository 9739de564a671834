package de.quartierwerk.local;

import de.quartierwerk.servers.Folders;
import de.quartierwerk.servers.GuardedProcess;
import de.quartierwerk.servers.KafkaAccess;
import de.quartierwerk.servers.LocalServersSettings;
import de.quartierwerk.servers.Ports;
import de.quartierwerk.servers.ServersCommand;
import de.quartierwerk.servers.Tokens;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A running platform: PostgreSQL, Kafka, Keycloak and the five services, each a process of its own on the loopback
 * interface. Closing it stops them all; data stays in the data folder and survives the kill of every process.
 */
public final class LocalPlatform implements AutoCloseable {
    /** The local installation's secret of the client {@code municipal-system}. */
    public static final String MUNICIPAL_SYSTEM_SECRET = "municipal-system";

    private static final int SERVERS_HEAP_MEGABYTES = 256;
    private static final Duration SERVERS_START = Duration.ofMinutes(12);
    private static final Duration SERVICE_START = Duration.ofMinutes(8);
    private static final Duration STOP = Duration.ofSeconds(40);

    private final LocalSettings settings;
    private final Secrets secrets;
    private final FileLock lock;
    private final Consumer<String> progress;
    private final Map<LocalService, GuardedProcess> services = new EnumMap<>(LocalService.class);
    private final List<GuardedProcess> replicas = new ArrayList<>();
    private volatile GuardedProcess servers;
    private boolean closed;

    private LocalPlatform(LocalSettings settings, Secrets secrets, FileLock lock, Consumer<String> progress) {
        this.settings = settings;
        this.secrets = secrets;
        this.lock = lock;
        this.progress = progress;
    }

    /**
     * Starts servers and services and waits until all are ready.
     *
     * @param progress is told each step in a short line
     * @throws StartFailure when a port is taken, the data folder is in use, or a process does not become ready; nothing
     *     is left running then
     */
    public static LocalPlatform start(LocalSettings settings, Consumer<String> progress) throws StartFailure {
        LocalPlatform platform = prepare(settings, progress);
        platform.start();
        return platform;
    }

    /** A platform of which nothing runs yet, but which holds its data folder. */
    static LocalPlatform prepare(LocalSettings settings, Consumer<String> progress) throws StartFailure {
        requireBuilt(settings);
        FileLock lock = null;
        try {
            Files.createDirectories(settings.logs());
            lock = lock(settings.data());
            requireFreePorts(settings);
            return new LocalPlatform(settings, Secrets.of(settings.data()), lock, progress);
        } catch (IOException e) {
            release(lock);
            throw new StartFailure("The data folder " + settings.data() + " cannot be used: " + e.getMessage(), e);
        } catch (StartFailure e) {
            release(lock);
            throw e;
        }
    }

    /** Starts everything, or leaves nothing running. */
    void start() throws StartFailure {
        try {
            if (!Files.exists(settings.data().resolve("postgresql"))) {
                progress.accept("first start on this folder: databases and Keycloak's realm are made");
            }
            startServers();
            for (LocalService service : LocalService.values()) {
                launch(service);
            }
            awaitServers("Keycloak");
            awaitServers(LocalServersSettings.READY);
            for (LocalService service : LocalService.values()) {
                await(service);
            }
        } catch (StartFailure e) {
            close();
            throw e;
        }
    }

    /** Where it runs. */
    public LocalSettings settings() {
        return settings;
    }

    /** The address of a service with its root, e.g. {@code http://localhost:8081/registry}. */
    public String address(LocalService service) {
        return settings.address(service);
    }

    /** Settings of a Kafka client that may do everything. */
    public Map<String, Object> kafkaClient() {
        return kafkaClient(KafkaAccess.BROKER);
    }

    /** Settings of a Kafka client that may do what a service may do. */
    public Map<String, Object> kafkaClient(LocalService service) {
        return kafkaClient(service.root());
    }

    private Map<String, Object> kafkaClient(String user) {
        Map<String, Object> client = new TreeMap<>(secrets.kafkaClient(user));
        client.put("bootstrap.servers", "127.0.0.1:" + settings.kafkaPort());
        return client;
    }

    /** A bearer token of this local user, from the running Keycloak. */
    public String token(String user) {
        return Tokens.of(settings.realm(), user);
    }

    /** Whether the process of the service runs, ready or not. */
    public synchronized boolean runs(LocalService service) {
        GuardedProcess process = services.get(service);
        return process != null && process.alive();
    }

    /** The JVM of a running service. */
    public ProcessHandle jvm(LocalService service) {
        return process(service).child().orElseThrow(() -> new IllegalStateException(service.root() + " does not run"));
    }

    /** Ends the service's process at once, as {@code kill -9} does. */
    public void kill(LocalService service) {
        process(service).kill();
    }

    /** Asks the service to end, and waits until it has. */
    public void stop(LocalService service) {
        process(service).stop(STOP);
    }

    /**
     * Starts the service anew and waits until it is ready; one that still runs is stopped first.
     *
     * @param javaOptions options of its JVM that take precedence over the usual ones
     */
    public void restart(LocalService service, String... javaOptions) throws StartFailure {
        if (runs(service)) {
            stop(service);
        }
        launch(service, javaOptions);
        await(service);
    }

    /** Starts another process of a running service on a port of its own and waits until it is ready. */
    public GuardedProcess startReplica(LocalService service, int port) throws StartFailure {
        String name = service.root() + "-" + port;
        GuardedProcess[] started = new GuardedProcess[1];
        launch(service, name, port, process -> {
            replicas.add(process);
            started[0] = process;
        });
        new Waiting(name, started[0], log(name), SERVICE_START)
                .until(() -> Readiness.of("http://localhost:" + port + "/" + service.root() + "/q/health/ready"));
        return started[0];
    }

    /** Ends PostgreSQL, Kafka and Keycloak at once, as {@code kill -9} does. */
    public void killServers() {
        synchronized (this) {
            servers.kill();
        }
    }

    /** Starts PostgreSQL, Kafka and Keycloak anew on their data and waits until they answer. */
    public void restartServers() throws StartFailure {
        synchronized (this) {
            if (servers.alive()) {
                servers.stop(STOP);
            }
        }
        startServers();
        awaitServers("Keycloak");
        awaitServers(LocalServersSettings.READY);
    }

    /** Stops everything: first the services, then the servers. What has been stopped already is no fault. */
    @Override
    public void close() {
        List<GuardedProcess> running;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            running =
                    Stream.concat(services.values().stream(), replicas.stream()).toList();
        }
        running.forEach(GuardedProcess::requestStop);
        running.forEach(process -> process.stop(STOP));
        if (servers != null) {
            servers.stop(STOP);
        }
        release(lock);
    }

    /** Whether it has been closed, by a caller or by a failed start. */
    synchronized boolean closed() {
        return closed;
    }

    /** Whether the process that holds PostgreSQL, Kafka and Keycloak runs. */
    synchronized boolean serversRun() {
        return servers != null && servers.alive();
    }

    private void startServers() throws StartFailure {
        LocalServersSettings description = serversSettings();
        try {
            Files.deleteIfExists(description.status());
            List<String> command = ServersCommand.of(
                    settings.data().resolve("program"),
                    SERVERS_HEAP_MEGABYTES,
                    "local",
                    description.write().toString());
            launch(
                    new GuardedProcess.Command("servers", command, Map.of(), settings.data(), log("servers"), "TERM"),
                    process -> servers = process);
        } catch (IOException e) {
            throw new StartFailure("The servers do not start: " + e.getMessage(), e);
        }
        awaitServers("PostgreSQL");
        awaitServers("Kafka");
    }

    private LocalServersSettings serversSettings() {
        return new LocalServersSettings(
                settings.data(),
                settings.postgresPort(),
                settings.kafkaPort(),
                settings.kafkaControllerPort(),
                settings.keycloakPort(),
                secrets.password(Secrets.SUPERUSER),
                secrets.owners(),
                secrets.kafkaAccess(),
                Map.of("QUARTIERWERK_MUNICIPAL_SYSTEM_SECRET", MUNICIPAL_SYSTEM_SECRET));
    }

    private void launch(LocalService service, String... javaOptions) throws StartFailure {
        launch(service, service.root(), settings.port(service), process -> services.put(service, process), javaOptions);
    }

    private void launch(
            LocalService service, String name, int port, Consumer<GuardedProcess> kept, String... javaOptions)
            throws StartFailure {
        String root = service.root();
        Path temporary = settings.data().resolve("temporary").resolve(name);
        List<String> command = new ArrayList<>(List.of(
                Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms48m",
                "-Xmx" + service.heapMegabytes() + "m",
                "-XX:+UseG1GC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MetaspaceSize=128m",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary,
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        command.addAll(List.of(javaOptions));
        command.addAll(List.of("-jar", service.jar(settings.checkout()).toString()));
        Map<String, String> environment = new TreeMap<>(Map.of(
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                "QUARTIERWERK_DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:" + settings.postgresPort() + "/" + root,
                "QUARTIERWERK_DATABASE_USER",
                root,
                "QUARTIERWERK_DATABASE_PASSWORD",
                secrets.password(root),
                "QUARTIERWERK_KAFKA",
                "127.0.0.1:" + settings.kafkaPort(),
                "QUARTIERWERK_ISSUER",
                settings.realm()));
        secrets.kafkaClient(root)
                .forEach((key, value) ->
                        environment.put("KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        try {
            Folders.delete(temporary);
            Files.createDirectories(temporary);
            launch(new GuardedProcess.Command(name, command, environment, settings.data(), log(name), "TERM"), kept);
        } catch (IOException e) {
            throw new StartFailure(name + " does not start: " + e.getMessage(), e);
        }
    }

    /** Starts the process unless the platform is being closed, so that none is forgotten. */
    private synchronized void launch(GuardedProcess.Command command, Consumer<GuardedProcess> kept)
            throws IOException, StartFailure {
        if (closed) {
            throw new StartFailure("Stopped while starting");
        }
        kept.accept(GuardedProcess.start(command));
    }

    private void awaitServers(String state) throws StartFailure {
        new Waiting("the servers", servers, log("servers"), SERVERS_START)
                .until(() -> ServersStatus.has(serversSettings().status(), state));
        if (!state.equals(LocalServersSettings.READY)) {
            progress.accept(state + " is ready");
        }
    }

    private void await(LocalService service) throws StartFailure {
        new Waiting(service.root(), process(service), log(service.root()), SERVICE_START)
                .until(() -> Readiness.of(settings.address(service) + "/q/health/ready"));
        progress.accept(service.root() + " is ready");
    }

    private synchronized GuardedProcess process(LocalService service) {
        GuardedProcess process = services.get(service);
        if (process == null) {
            throw new IllegalStateException(service.root() + " has not been started");
        }
        return process;
    }

    private Path log(String name) {
        return settings.logs().resolve(name + ".log");
    }

    private static void requireBuilt(LocalSettings settings) throws StartFailure {
        for (LocalService service : LocalService.values()) {
            if (!Files.exists(service.jar(settings.checkout()))) {
                throw new StartFailure(
                        service.jar(settings.checkout()) + " is missing. Build it: ./mvnw package -DskipTests");
            }
        }
    }

    private static void requireFreePorts(LocalSettings settings) throws StartFailure {
        List<String> taken = new ArrayList<>();
        settings.ports().forEach((name, port) -> {
            if (!Ports.isFree(port)) {
                taken.add(port + " (" + name + ")");
            }
        });
        if (!taken.isEmpty()) {
            throw new StartFailure("In use by another program: port " + String.join(", port ", taken)
                    + ". Stop it, or shift all ports of the platform, e.g. --port-offset "
                    + (settings.portOffset() + 1000));
        }
    }

    private static FileLock lock(Path data) throws IOException, StartFailure {
        FileChannel channel =
                FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // held by this JVM: in use as well
        }
        channel.close();
        throw new StartFailure("A platform runs on " + data + " already");
    }

    private static void release(FileLock lock) {
        try {
            if (lock != null) {
                lock.acquiredBy().close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
