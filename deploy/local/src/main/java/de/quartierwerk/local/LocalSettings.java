package de.quartierwerk.local;

import de.quartierwerk.servers.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a local platform runs.
 *
 * @param checkout the root of the checkout whose build is run
 * @param data the folder of all data and logs; made at the first start, kept afterwards
 * @param portOffset added to every port, so that several platforms can run beside each other
 */
public record LocalSettings(Path checkout, Path data, int portOffset) {
    private static final int POSTGRESQL = 15432;
    private static final int KAFKA = 19092;
    private static final int KAFKA_CONTROLLER = 19093;
    private static final int KEYCLOAK = 8180;

    private static final List<String> KEPT = List.of(
            "postgresql",
            "postgresql.new",
            "postgresql.password",
            "kafka",
            "kafka.new",
            "kafka-format.properties",
            "keycloak",
            "keycloak.realm",
            "logs",
            "program",
            "passwords.properties",
            "platform.properties",
            "servers.properties",
            "servers.status");

    /** Takes absolute paths. */
    public LocalSettings {
        checkout = checkout.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    /** The usual ports, and the folder {@code .quartierwerk/local} of this checkout. */
    public static LocalSettings usual() {
        Path checkout = Folders.checkout();
        return new LocalSettings(checkout, checkout.resolve(".quartierwerk").resolve("local"), 0);
    }

    /** The same with other ports. */
    public LocalSettings withPortOffset(int offset) {
        return new LocalSettings(checkout, data, offset);
    }

    /** The same with another data folder. */
    public LocalSettings withData(Path folder) {
        return new LocalSettings(checkout, folder, portOffset);
    }

    /** The port of PostgreSQL. */
    public int postgresPort() {
        return POSTGRESQL + portOffset;
    }

    /** The port of Kafka. */
    public int kafkaPort() {
        return KAFKA + portOffset;
    }

    int kafkaControllerPort() {
        return KAFKA_CONTROLLER + portOffset;
    }

    /** The port of Keycloak. */
    public int keycloakPort() {
        return KEYCLOAK + portOffset;
    }

    /** The port of a service. */
    public int port(LocalService service) {
        return service.port() + portOffset;
    }

    /** The address of a service with its root, e.g. {@code http://localhost:8081/registry}. */
    public String address(LocalService service) {
        return "http://localhost:" + port(service) + "/" + service.root();
    }

    /** The address of the realm, which is its tokens' issuer. */
    public String realm() {
        return "http://localhost:" + keycloakPort() + "/realms/quartierwerk";
    }

    /** The folder of the logs. */
    public Path logs() {
        return data.resolve("logs");
    }

    /** Deletes what a platform keeps in the data folder, and nothing else that may lie there. */
    public void deleteData() throws IOException {
        for (String name : KEPT) {
            Folders.delete(data.resolve(name));
        }
    }

    /** All ports by the name of who listens there. */
    Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("PostgreSQL", postgresPort());
        ports.put("Kafka", kafkaPort());
        ports.put("Kafka's controller", kafkaControllerPort());
        ports.put("Keycloak", keycloakPort());
        for (LocalService service : LocalService.values()) {
            ports.put(service.root(), port(service));
        }
        return ports;
    }
}
