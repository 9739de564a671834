package de.quartierwerk.local;

import de.quartierwerk.servers.Folders;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The database passwords of one data folder, drawn at its first start and kept in a file that only its owner can read.
 */
final class Secrets {
    static final String SUPERUSER = "postgres";

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
            return new Secrets(passwords);
        }
        SecureRandom random = new SecureRandom();
        passwords.setProperty(SUPERUSER, draw(random));
        passwords.setProperty("keycloak", draw(random));
        for (LocalService service : LocalService.values()) {
            passwords.setProperty(service.root(), draw(random));
        }
        StringWriter content = new StringWriter();
        passwords.store(content, "Passwords of the local PostgreSQL server's users");
        Folders.writePrivately(file, content.toString());
        return new Secrets(passwords);
    }

    /** The password of this database user. */
    String password(String user) {
        return passwords.getProperty(user);
    }

    /** The passwords of all databases' owners, by their name. */
    Map<String, String> owners() {
        Map<String, String> owners = new TreeMap<>();
        for (String name : passwords.stringPropertyNames()) {
            if (!name.equals(SUPERUSER)) {
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
