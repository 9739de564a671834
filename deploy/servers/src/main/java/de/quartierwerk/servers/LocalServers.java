package de.quartierwerk.servers;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The servers of one local platform: fixed ports, passwords, data that is kept. */
final class LocalServers {
    private static final int ATTEMPTS = 3;

    private final LocalServersSettings settings;
    private volatile PostgresServer postgres;
    private volatile KafkaBroker kafka;
    private volatile KeycloakServer keycloak;
    private volatile boolean stopping;

    private LocalServers(LocalServersSettings settings) {
        this.settings = settings;
    }

    /** Starts the servers that the file describes and runs until it is told to end. */
    static void run(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        LocalServers servers = new LocalServers(LocalServersSettings.of(properties));
        Runtime.getRuntime().addShutdownHook(new Thread(servers::stop, "stop"));
        try {
            CompletableFuture<Void> broker = CompletableFuture.runAsync(servers::startKafka);
            servers.startPostgres();
            servers.startKeycloak();
            broker.join();
            servers.say(LocalServersSettings.READY);
        } catch (CompletionException e) {
            servers.fail(e.getCause());
        } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
            servers.fail(e);
        }
    }

    private void startKafka() {
        try {
            kafka = KafkaBroker.start(new KafkaBroker.Settings(
                    settings.folder(), settings.kafkaPort(), settings.kafkaControllerPort(), settings.kafkaAccess()));
            say("Kafka");
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    /** How a server is started. */
    private interface Start {
        void run() throws IOException, SQLException, InterruptedException;
    }

    /**
     * Starts a server again that ends unasked, so that the others go on meanwhile; where that fails three times, this
     * JVM ends, and everything is started again.
     */
    private void keep(GuardedProcess child, Path log, Start start) {
        child.whenEnded(code -> {
            System.err.println(child.name() + " has ended with code " + code + ":\n" + Folders.tail(log, 10));
            for (int attempt = 1; !stopping; attempt++) {
                try {
                    start.run();
                    return;
                } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
                    if (attempt == ATTEMPTS && !stopping) {
                        e.printStackTrace();
                        System.exit(3);
                    }
                }
            }
        });
    }

    private void startPostgres() throws IOException, SQLException, InterruptedException {
        PostgresServer.Settings server = new PostgresServer.Settings(
                settings.folder(), settings.postgresPort(), settings.superuserPassword(), true, seed());
        postgres = PostgresServer.start(server);
        for (Map.Entry<String, String> owner : settings.passwords().entrySet()) {
            postgres.databases().createRole(owner.getKey(), owner.getValue());
            postgres.databases().createDatabase(owner.getKey(), owner.getKey());
        }
        keep(postgres.process(), server.log(), this::startPostgres);
        say("PostgreSQL");
    }

    /** A data folder that is made now begins with the realm in it. */
    private Optional<Path> seed() throws IOException {
        if (Files.exists(settings.folder().resolve("postgresql"))) {
            return Optional.empty();
        }
        say("Keycloak's tables");
        Path seed = Seed.findOrMake(settings.realmEnvironment());
        Folders.writePrivately(realmNote(), Seed.realmSum(settings.realmEnvironment()));
        return Optional.of(seed);
    }

    private Path realmNote() {
        return settings.folder().resolve("keycloak.realm");
    }

    private void startKeycloak() throws IOException, SQLException, InterruptedException {
        renewRealmIfChanged();
        KeycloakServer.Settings server = new KeycloakServer.Settings(
                settings.folder(),
                settings.keycloakPort(),
                postgres.url("keycloak"),
                settings.passwords().get("keycloak"),
                settings.realmEnvironment());
        keycloak = KeycloakServer.start(server);
        keycloak.awaitReady();
        keep(keycloak.process(), server.log(), this::startKeycloak);
        say("Keycloak");
    }

    /** Keycloak leaves a realm alone that exists; so its database begins anew when the realm's files have changed. */
    private void renewRealmIfChanged() throws IOException, SQLException {
        String present = Seed.realmSum(settings.realmEnvironment());
        Path note = realmNote();
        if (!Files.exists(note) || !Files.readString(note).equals(present)) {
            postgres.databases().dropDatabase("keycloak");
            postgres.databases().createDatabase("keycloak", "keycloak");
            Folders.writePrivately(note, present);
        }
    }

    private void say(String state) {
        try {
            Files.write(
                    settings.status(),
                    List.of(state),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void fail(Throwable cause) {
        if (!stopping) {
            cause.printStackTrace();
            say(LocalServersSettings.FAILED + String.valueOf(cause.getMessage()).replace("\n", "\n  "));
            System.exit(1);
        }
    }

    private void stop() {
        stopping = true;
        if (keycloak != null) {
            keycloak.requestStop();
        }
        if (kafka != null) {
            kafka.stop();
        }
        if (keycloak != null) {
            keycloak.stop();
        }
        if (postgres != null) {
            postgres.stop();
        }
    }
}
