package de.quartierwerk.acceptance.faults;

import de.quartierwerk.acceptance.Acceptance;
import de.quartierwerk.acceptance.Broker;
import de.quartierwerk.acceptance.Databases;
import de.quartierwerk.acceptance.Realm;
import de.quartierwerk.acceptance.ServiceState;
import de.quartierwerk.acceptance.SmallDisk;
import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.LocalService;
import de.quartierwerk.local.StartFailure;
import de.quartierwerk.servers.GuardedProcess;
import de.quartierwerk.servers.Ports;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Injects one fault after the other and waits each time until everything answers again. */
final class Nemesis implements AutoCloseable {
    private static final String POISON = "poison";
    private static final Duration RECOVERY = Duration.ofMinutes(4);
    private static final int DUPLICATES = 300;
    private static final String CUT = "select count(pg_terminate_backend(pid)) from pg_stat_activity "
            + "where usename = current_user and pid <> pg_backend_pid()";

    private final LocalPlatform platform;
    private final Optional<SmallDisk> disk;
    private final Databases databases;
    private final Broker broker;
    private final History history;
    private final Random random;
    /** How much longer freezes and absences are than in CI. */
    private final int patience;

    private final Map<LocalService, Proxy> proxies = new EnumMap<>(LocalService.class);
    private final Map<String, Integer> poisoned = new HashMap<>();
    private final Deque<Fault> deck = new ArrayDeque<>();

    private interface Action {
        void run() throws Exception;
    }

    private record Fault(String name, int often, Action action) {}

    Nemesis(Acceptance acceptance, History history, Random random, int patience) {
        this.platform = acceptance.platform();
        this.disk = acceptance.disk();
        this.databases = new Databases(platform);
        this.broker = new Broker(platform.kafkaClient());
        this.history = history;
        this.random = random;
        this.patience = patience;
    }

    /** One deck of cards, each fault as often as it is wanted among 40. */
    private List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (LocalService service : LocalService.values()) {
            faults.add(new Fault("kill -9 of " + service.root(), 2, () -> kill(List.of(service))));
        }
        faults.add(new Fault("kill -9 of two services at once", 3, () -> kill(two())));
        faults.add(new Fault("kill -9 of PostgreSQL", 2, () -> endPostgres("KILL")));
        faults.add(new Fault("PostgreSQL restarted, mode fast", 2, () -> endPostgres("INT")));
        faults.add(new Fault("PostgreSQL restarted, mode immediate", 2, () -> endPostgres("QUIT")));
        faults.add(new Fault("kill -9 of Keycloak", 1, this::killKeycloak));
        faults.add(new Fault(
                "Keycloak's key changed", 1, () -> new Realm(platform.settings().realm()).changeKey()));
        faults.add(new Fault("kill -9 of Kafka", 1, this::killKafka));
        faults.add(new Fault("kill -9 of all three servers at once", 1, this::killServers));
        faults.add(new Fault("broker's disk lost", 1, () -> Broker.loseDisk(platform)));
        faults.add(new Fault("service frozen", 3, () -> freeze(Processes.service(one()), 5, 15)));
        faults.add(new Fault("PostgreSQL frozen", 1, () -> freeze(Processes.family(Processes.postgres()), 5, 12)));
        faults.add(new Fault("broker away, frozen", 1, () -> freeze(List.of(Processes.kafka()), 20, 20)));
        faults.add(new Fault("database connections cut", 3, this::cutConnections));
        faults.add(new Fault("network to the database slow", 1, () -> network(Proxy.Mode.SLOW)));
        faults.add(new Fault("network to the database silent, then cut", 1, () -> network(Proxy.Mode.SILENT)));
        faults.add(new Fault("network to the database cut", 1, () -> network(Proxy.Mode.OPEN)));
        disk.ifPresent(small -> faults.add(new Fault("disk full", 1, () -> fill(small))));
        faults.add(new Fault("events doubled", 2, () -> broker.sendAgain(List.of(topic()), Instant.EPOCH, DUPLICATES)));
        faults.add(new Fault("poison", 2, this::poison));
        faults.add(new Fault("second replica, the first frozen, then killed", 1, this::replace));
        return faults;
    }

    /** Draws the next fault, injects it and waits until everything answers again. */
    void strike() throws Exception {
        if (deck.isEmpty()) {
            List<Fault> fresh = new ArrayList<>();
            faults().forEach(fault -> fresh.addAll(Collections.nCopies(fault.often(), fault)));
            Collections.shuffle(fresh, random);
            deck.addAll(fresh);
        }
        Fault fault = deck.remove();
        Instant begin = Instant.now();
        fault.action().run();
        recovered();
        history.injected(fault.name(), begin);
        System.out.printf(
                "[faults] %s: %d ms%n",
                fault.name(), Duration.between(begin, Instant.now()).toMillis());
        pause(0, 2_000);
    }

    /** Number of records without meaning that were sent to each topic. */
    Map<String, Integer> poisoned() {
        return poisoned;
    }

    static boolean isPoison(ConsumerRecord<byte[], byte[]> record) {
        return record.key() != null && new String(record.key(), StandardCharsets.UTF_8).equals(POISON);
    }

    private LocalService one() {
        return two().get(0);
    }

    private List<LocalService> two() {
        List<LocalService> services = new ArrayList<>(List.of(LocalService.values()));
        Collections.shuffle(services, random);
        return services.subList(0, 2);
    }

    private String topic() {
        return ServiceState.TOPICS.get(random.nextInt(ServiceState.TOPICS.size()));
    }

    private void pause(int least, int most) {
        LockSupport.parkNanos(
                Duration.ofMillis(least + random.nextInt(most - least + 1)).toNanos());
    }

    private void kill(List<LocalService> services) {
        services.forEach(platform::kill);
        CompletableFuture.allOf(services.stream()
                        .map(service -> CompletableFuture.runAsync(() -> restart(service)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void restart(LocalService service) {
        Proxy proxy = proxies.get(service);
        try {
            if (proxy == null) {
                platform.restart(service);
            } else {
                platform.restart(
                        service,
                        "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:" + proxy.port() + "/"
                                + service.root());
            }
        } catch (StartFailure failure) {
            throw new CompletionException(failure);
        }
    }

    private void endPostgres(String signal) throws Exception {
        ProcessHandle server = Processes.postgres();
        List<ProcessHandle> all = signal.equals("KILL") ? Processes.family(server) : List.of(server);
        Processes.signal(signal, all);
        Processes.ended(all);
    }

    private void killKeycloak() throws Exception {
        List<ProcessHandle> keycloak = List.of(Processes.keycloak());
        Processes.signal("KILL", keycloak);
        Processes.ended(keycloak);
    }

    /** The broker's process keeps the other servers, which end in order when it is gone. */
    private void killKafka() throws Exception {
        List<ProcessHandle> others = List.of(Processes.postgres(), Processes.keycloak());
        Processes.signal("KILL", List.of(Processes.kafka()));
        Processes.ended(others);
        platform.restartServers();
    }

    private void killServers() throws StartFailure {
        platform.killServers();
        platform.restartServers();
    }

    /** The broker and the database end; whoever runs them starts them again when there is room. */
    private void fill(SmallDisk small) throws Exception {
        small.fill();
        try {
            pause(5_000 * patience, 15_000 * patience);
        } finally {
            small.free();
        }
        platform.restartServers();
        for (LocalService service : LocalService.values()) {
            if (!platform.runs(service)) {
                restart(service);
            }
        }
    }

    private void freeze(List<ProcessHandle> processes, int least, int most) throws Exception {
        Processes.signal("STOP", processes);
        try {
            pause(least * 1_000 * patience, most * 1_000 * patience);
        } finally {
            Processes.signal("CONT", processes);
        }
    }

    private void cutConnections() throws SQLException, IOException {
        LocalService service = one();
        for (int i = 0; i < 5; i++) {
            databases.number(service, CUT);
            pause(20, 200);
        }
    }

    /** The service works over a proxy from its first fault of this kind on. */
    private void network(Proxy.Mode mode) throws Exception {
        LocalService service = one();
        if (!proxies.containsKey(service)) {
            proxies.put(service, new Proxy(platform.settings().postgresPort()));
            kill(List.of(service));
        }
        Proxy proxy = proxies.get(service);
        proxy.mode(mode);
        pause(3_000 * patience, 6_000 * patience);
        proxy.cut();
        proxy.mode(Proxy.Mode.OPEN);
    }

    private void poison() throws ExecutionException, InterruptedException {
        String topic = topic();
        Map<String, Object> settings = new HashMap<>(platform.kafkaClient());
        byte[] noise = new byte[random.nextInt(500)];
        random.nextBytes(noise);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(topic, random.nextInt(3), POISON.getBytes(StandardCharsets.UTF_8), noise);
            record.headers().add("ce_time", new byte[] {'x'}).add("ce_version", noise);
            producer.send(record).get();
        }
        poisoned.merge(topic, 1, Integer::sum);
    }

    private void replace() throws Exception {
        LocalService service = one();
        GuardedProcess replica = platform.startReplica(service, Ports.free(1).get(0));
        try {
            freeze(Processes.service(service), 5, 10);
            kill(List.of(service));
        } finally {
            replica.stop(Duration.ofSeconds(40));
        }
    }

    private void recovered() {
        await("PostgreSQL", () -> databases.number(LocalService.REGISTRY, "select 1") == 1);
        await("Keycloak", () -> answers(platform.settings().realm()));
        for (LocalService service : LocalService.values()) {
            await(service.root(), () -> answers(platform.address(service) + "/q/health/ready"));
        }
    }

    private static void await(String what, Callable<Boolean> condition) {
        Instant end = Instant.now().plus(RECOVERY);
        while (!holds(condition)) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(what + " does not answer " + RECOVERY + " after a fault");
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (Exception away) {
            return false;
        }
    }

    private static boolean answers(String address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(address).openConnection();
        connection.setConnectTimeout(5_000);
        connection.setReadTimeout(5_000);
        try {
            return connection.getResponseCode() == 200;
        } finally {
            connection.disconnect();
        }
    }

    /** Services that worked over a proxy work without it again. */
    @Override
    public void close() throws IOException {
        List<LocalService> proxied = List.copyOf(proxies.keySet());
        Map<LocalService, Proxy> closed = new HashMap<>(proxies);
        proxies.clear();
        proxied.forEach(this::restart);
        for (Proxy proxy : closed.values()) {
            proxy.close();
        }
    }
}
