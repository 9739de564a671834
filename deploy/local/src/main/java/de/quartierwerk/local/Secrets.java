package de.quartierwerk.local;

import de.quartierwerk.servers.Folders;
import de.quartierwerk.servers.KafkaAccess;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The passwords of one data folder, for databases and broker, drawn at its first start and kept in a file that only its
 * owner can read.
 */
final class Secrets {
    static final String SUPERUSER = "postgres";
    private static final String KAFKA = "kafka-";

    private final Properties passwords;

    private Secrets(Properties passwords) {
        this.passwords = passwords;
    }

    /** The passwords of this data folder. */
    static Secrets of(Path data) throws IOException {
        Path file = data.resolve("passwords.properties");
        Properties passwords = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                passwords.load(reader);
            }
        }
        List<String> names = new ArrayList<>(List.of(SUPERUSER, "keycloak", KAFKA + KafkaAccess.BROKER));
        for (LocalService service : LocalService.values()) {
            names.add(service.root());
            names.add(KAFKA + service.root());
        }
        if (!passwords.stringPropertyNames().containsAll(names)) {
            SecureRandom random = new SecureRandom();
            names.forEach(name -> passwords.putIfAbsent(name, draw(random)));
            StringWriter content = new StringWriter();
            passwords.store(content, "Passwords of the local PostgreSQL server's users; after kafka- those of Kafka's");
            Folders.writePrivately(file, content.toString());
        }
        return new Secrets(passwords);
    }

    /** The password of this database user. */
    String password(String user) {
        return passwords.getProperty(user);
    }

    /** Settings with which a client connects to the broker as this user. */
    Map<String, String> kafkaClient(String user) {
        return KafkaAccess.client(user, password(KAFKA + user));
    }

    /** Who may do what at the broker. */
    KafkaAccess kafkaAccess() {
        Map<String, KafkaAccess.User> users = new TreeMap<>();
        for (LocalService service : LocalService.values()) {
            users.put(service.root(), service.kafkaUser(password(KAFKA + service.root())));
        }
        return new KafkaAccess(password(KAFKA + KafkaAccess.BROKER), users);
    }

    /** The passwords of all databases' owners, by their name. */
    Map<String, String> owners() {
        Map<String, String> owners = new TreeMap<>();
        for (String name : passwords.stringPropertyNames()) {
            if (!name.equals(SUPERUSER) && !name.startsWith(KAFKA)) {
                owners.put(name, passwords.getProperty(name));
            }
        }
        return owners;
    }

    private static String draw(SecureRandom random) {
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
