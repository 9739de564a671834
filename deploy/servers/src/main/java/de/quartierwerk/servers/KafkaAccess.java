package de.quartierwerk.servers;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who may connect to the broker and what each may read and write there. Nobody else may do anything; {@link #BROKER}
 * may do everything.
 *
 * @param brokerPassword password of the broker itself; empty where the broker asks nobody for a password
 * @param users by name
 */
public record KafkaAccess(String brokerPassword, Map<String, User> users) {
    /** The user that the broker itself is, and who administers it. */
    public static final String BROKER = "broker";

    /** Everybody may do everything without a password; for tests only. */
    static final KafkaAccess OPEN = new KafkaAccess("", Map.of());

    private static final String PREFIX = "kafka.";
    private static final String PASSWORD = ".password";
    private static final String GROUP = ".group";
    private static final String READS = ".reads";
    private static final String WRITES = ".writes";

    /** Keeps a copy, sorted by name. */
    public KafkaAccess {
        users = Collections.unmodifiableMap(new TreeMap<>(users));
    }

    /**
     * A user.
     *
     * @param group its consumer group
     * @param reads topics that it may read
     * @param writes topics that it may write
     */
    public record User(String password, String group, Set<String> reads, Set<String> writes) {
        /** Keeps copies. */
        public User {
            reads = Set.copyOf(reads);
            writes = Set.copyOf(writes);
        }
    }

    /** Settings with which a client connects as a user. */
    public static Map<String, String> client(String user, String password) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                login(user, password) + ";");
    }

    private static String login(String user, String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user + "\" password=\""
                + password + "\"";
    }

    boolean isOpen() {
        return brokerPassword.isEmpty();
    }

    /** The broker's own login, and the passwords of all who may log in there. */
    String brokerLogin() {
        return login(BROKER, brokerPassword)
                + " user_" + BROKER + "=\"" + brokerPassword + "\""
                + users.entrySet().stream()
                        .map(user -> " user_" + user.getKey() + "=\"" + user.getValue().password + "\"")
                        .collect(Collectors.joining())
                + ";";
    }

    /** The login of those who may reach the controller: the broker alone. */
    String controllerLogin() {
        return new KafkaAccess(brokerPassword, Map.of()).brokerLogin();
    }

    void write(Properties properties) {
        properties.setProperty(PREFIX + BROKER + PASSWORD, brokerPassword);
        users.forEach((name, user) -> {
            properties.setProperty(PREFIX + name + PASSWORD, user.password);
            properties.setProperty(PREFIX + name + GROUP, user.group);
            properties.setProperty(PREFIX + name + READS, String.join(",", new TreeSet<>(user.reads)));
            properties.setProperty(PREFIX + name + WRITES, String.join(",", new TreeSet<>(user.writes)));
        });
    }

    static KafkaAccess of(Properties properties) {
        Map<String, User> users = new TreeMap<>();
        for (String property : properties.stringPropertyNames()) {
            if (property.startsWith(PREFIX) && property.endsWith(GROUP)) {
                String name = property.substring(PREFIX.length(), property.length() - GROUP.length());
                users.put(
                        name,
                        new User(
                                properties.getProperty(PREFIX + name + PASSWORD),
                                properties.getProperty(property),
                                topics(properties.getProperty(PREFIX + name + READS)),
                                topics(properties.getProperty(PREFIX + name + WRITES))));
            }
        }
        return new KafkaAccess(properties.getProperty(PREFIX + BROKER + PASSWORD), users);
    }

    private static Set<String> topics(String list) {
        return Arrays.stream(list.split(",")).filter(topic -> !topic.isEmpty()).collect(Collectors.toSet());
    }
}
