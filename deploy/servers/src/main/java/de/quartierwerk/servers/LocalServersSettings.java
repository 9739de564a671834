package de.quartierwerk.servers;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The servers of one local platform.
 *
 * @param folder where data and logs lie; kept from start to start
 * @param postgresPort PostgreSQL
 * @param kafkaPort Kafka's clients
 * @param kafkaControllerPort Kafka's own controller
 * @param keycloakPort Keycloak
 * @param superuserPassword of PostgreSQL's user {@code postgres}; of effect when the data folder is made
 * @param passwords by database; the owner of a database has its name. {@code keycloak} must be among them
 * @param kafkaAccess who may connect to Kafka, and what each may do
 * @param realmEnvironment values of the placeholders in the realm
 */
public record LocalServersSettings(
        Path folder,
        int postgresPort,
        int kafkaPort,
        int kafkaControllerPort,
        int keycloakPort,
        String superuserPassword,
        Map<String, String> passwords,
        KafkaAccess kafkaAccess,
        Map<String, String> realmEnvironment) {
    /** The last line of {@link #status} when all servers answer. */
    public static final String READY = "ready";

    /** Begins the last line of {@link #status} when a server does not start. */
    public static final String FAILED = "failed: ";

    private static final String PASSWORD = "password.";
    private static final String REALM = "realm.";

    /** Keeps copies, sorted by name. */
    public LocalServersSettings {
        passwords = java.util.Collections.unmodifiableMap(new TreeMap<>(passwords));
        realmEnvironment = java.util.Collections.unmodifiableMap(new TreeMap<>(realmEnvironment));
        if (!passwords.containsKey("keycloak")) {
            throw new IllegalArgumentException("No password for keycloak");
        }
    }

    /** The file in which the server process tells, line by line, what has started. */
    public Path status() {
        return folder.resolve("servers.status");
    }

    /** Writes the settings where {@link ServersProcess} reads them; only their owner can read the file. */
    public Path write() throws IOException {
        Properties properties = new Properties();
        properties.setProperty("folder", folder.toString());
        properties.setProperty("postgresPort", Integer.toString(postgresPort));
        properties.setProperty("kafkaPort", Integer.toString(kafkaPort));
        properties.setProperty("kafkaControllerPort", Integer.toString(kafkaControllerPort));
        properties.setProperty("keycloakPort", Integer.toString(keycloakPort));
        properties.setProperty("superuserPassword", superuserPassword);
        passwords.forEach((name, value) -> properties.setProperty(PASSWORD + name, value));
        kafkaAccess.write(properties);
        realmEnvironment.forEach((name, value) -> properties.setProperty(REALM + name, value));
        StringWriter content = new StringWriter();
        properties.store(content, null);
        Path file = folder.resolve("servers.properties");
        Folders.writePrivately(file, content.toString());
        return file;
    }

    static LocalServersSettings of(Properties properties) {
        return new LocalServersSettings(
                Paths.get(properties.getProperty("folder")),
                Integer.parseInt(properties.getProperty("postgresPort")),
                Integer.parseInt(properties.getProperty("kafkaPort")),
                Integer.parseInt(properties.getProperty("kafkaControllerPort")),
                Integer.parseInt(properties.getProperty("keycloakPort")),
                properties.getProperty("superuserPassword"),
                below(properties, PASSWORD),
                KafkaAccess.of(properties),
                below(properties, REALM));
    }

    private static Map<String, String> below(Properties properties, String prefix) {
        Map<String, String> found = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), properties.getProperty(name));
            }
        }
        return found;
    }
}
