package de.quartierwerk.servers;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A Keycloak server as a child process, with the project's realm and its local users, on the loopback interface only.
 */
final class KeycloakServer {
    private static final Duration START = Duration.ofMinutes(8);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final GuardedProcess process;
    private final Settings settings;

    private KeycloakServer(GuardedProcess process, Settings settings) {
        this.process = process;
        this.settings = settings;
    }

    /**
     * How to run it.
     *
     * @param folder holds Keycloak's home, made anew at each start, and the log
     * @param environment variables that the realm's placeholders name
     */
    record Settings(
            Path folder, int port, String databaseUrl, String databasePassword, Map<String, String> environment) {
        Path log() {
            return folder.resolve("logs").resolve("keycloak.log");
        }

        String realm() {
            return "http://localhost:" + port + "/realms/quartierwerk";
        }
    }

    /** Starts the server; {@link #awaitReady} tells when it answers. */
    static KeycloakServer start(Settings settings) throws IOException {
        Path built = built();
        Path home = settings.folder().resolve("keycloak");
        Folders.delete(home);
        Files.createDirectories(home.resolve("data/import"));
        Files.createDirectories(home.resolve("conf"));
        Files.createDirectories(home.resolve("providers"));
        Files.createSymbolicLink(home.resolve("lib"), built.resolve("lib"));
        Files.createSymbolicLink(home.resolve("themes"), built.resolve("themes"));
        for (String file : List.of("cache-ispn.xml", "keycloak.conf")) {
            Files.copy(built.resolve("conf").resolve(file), home.resolve("conf").resolve(file));
        }
        Folders.writePrivately(home.resolve("data/import/quartierwerk-realm.json"), Realm.local());
        Map<String, String> environment = new java.util.HashMap<>(settings.environment());
        environment.putAll(Map.of(
                "KC_DB_URL", settings.databaseUrl(),
                "KC_DB_USERNAME", "keycloak",
                "KC_DB_PASSWORD", settings.databasePassword(),
                "KC_DB_POOL_INITIAL_SIZE", "1",
                "KC_DB_POOL_MIN_SIZE", "1",
                "KC_DB_POOL_MAX_SIZE", "10",
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin"));
        return new KeycloakServer(
                GuardedProcess.start(new GuardedProcess.Command(
                        "Keycloak", command(home, settings.port()), environment, home, settings.log(), "TERM")),
                settings);
    }

    private static List<String> command(Path home, int port) {
        return List.of(
                java(),
                "-Xms64m",
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://localhost:" + port);
    }

    /** Waits until tokens of the realm can be had. */
    void awaitReady() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + settings.port() + "/realms/quartierwerk/protocol/openid-connect/certs"))
                .timeout(Duration.ofSeconds(10))
                .build();
        Instant end = Instant.now().plus(START);
        while (!answers(client, request)) {
            if (!process.alive() || Instant.now().isAfter(end)) {
                process.kill();
                throw new IOException("Keycloak does not start:\n" + Folders.tail(settings.log(), 20));
            }
            Thread.sleep(200);
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks the server to stop without waiting. */
    void requestStop() {
        process.requestStop();
    }

    /** Stops the server. */
    void stop() {
        process.stop(STOP);
    }

    GuardedProcess process() {
        return process;
    }

    /** Keycloak unpacked and built for PostgreSQL, once per machine and version. */
    private static Path built() throws IOException {
        Path archive = Versions.artefact("keycloak-quarkus-dist");
        return Cache.folder("keycloak-" + Versions.of("keycloak-quarkus-dist") + "-postgres", folder -> {
            try (InputStream packed = Files.newInputStream(archive)) {
                Archives.untar(new GZIPInputStream(packed, 1 << 16), folder, 1);
            }
            Path log = folder.resolve("build.log");
            GuardedProcess build = GuardedProcess.start(new GuardedProcess.Command(
                    "Keycloak's build",
                    List.of(
                            "/bin/sh",
                            folder.resolve("bin/kc.sh").toString(),
                            "build",
                            "--db=postgres",
                            "--cache=local"),
                    Map.of("JAVA", java(), "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m"),
                    folder,
                    log,
                    "TERM"));
            if (build.exit().join() != 0) {
                throw new IOException("Keycloak cannot be built:\n" + Folders.tail(log, 20));
            }
        });
    }

    private static String java() {
        return Paths.get(System.getProperty("java.home"), "bin", "java").toString();
    }
}
